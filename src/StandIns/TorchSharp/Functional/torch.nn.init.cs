using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors in place, unrecorded, and returns them.</summary>
        public static partial class init
        {
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Filled(() => Aten.InPlace("normal_", tensor, mean, std, generator));

            public static Tensor zeros_(Tensor tensor) => Filled(tensor.zero_);

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor constant_(Tensor tensor, Scalar val) => Filled(() => tensor.fill_(val));

            /// <summary>Uniform within ±gain · √(6 / (fan-in + fan-out)).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = FanOf(tensor);
                var bound = gain * Math.Sqrt(6.0 / (fanIn + fanOut));
                return Uniform(tensor, -bound, bound);
            }

            /// <summary>
            /// Uniform within ±gain · √(3 / fan), the gain being that of the nonlinearity; a = the slope of a leaky
            /// ReLU below 0.
            /// </summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var (fanIn, fanOut) = FanOf(tensor);
                var fan = mode == FanInOut.FanIn ? fanIn : fanOut;
                var bound = GainOf(nonlinearity, a) * Math.Sqrt(3.0 / fan);
                return Uniform(tensor, -bound, bound);
            }

            /// <summary>The normal distribution cut off at <paramref name="a"/> and <paramref name="b"/>.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
                Generator? generator = null)
            {
                var low = (2 * CumulativeNormal((a - mean) / std)) - 1;
                var high = (2 * CumulativeNormal((b - mean) / std)) - 1;
                return Filled(() =>
                {
                    Aten.InPlace("uniform_", tensor, low, high, generator);
                    Aten.InPlace("erfinv_", tensor).mul_(std * Math.Sqrt(2)).add_(mean);
                    return Aten.InPlace("clamp_", tensor, a, b);
                });
            }

            internal static Tensor Uniform(Tensor tensor, double low, double high) =>
                Filled(() => Aten.InPlace("uniform_", tensor, low, high));

            /// <summary>Inputs and outputs that a weight joins: a convolution counts its receptive field.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            internal static (long In, long Out) FanOf(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException(
                        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                }

                var field = shape.Skip(2).Aggregate(1L, (product, length) => product * length);
                return (shape[1] * field, shape[0] * field);
            }

            private static double GainOf(NonlinearityType nonlinearity, double slope) => nonlinearity switch
            {
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (slope * slope))),
                NonlinearityType.Tanh => 5.0 / 3,
                _ => 1,
            };

            private static double CumulativeNormal(double value)
            {
                using var at = torch.tensor(value / Math.Sqrt(2));
                using var erf = Aten.One("erf", at);
                return (1 + erf.item<double>()) / 2;
            }

            private static Tensor Filled(Func<Tensor> fill)
            {
                using var unrecorded = no_grad();
                return fill();
            }
        }
    }
}
