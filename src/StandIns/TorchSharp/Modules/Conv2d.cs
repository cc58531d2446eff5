using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A 2-d convolution.</summary>
    public sealed class Conv2d : nn.Module<Tensor, Tensor>
    {
        private readonly ConvolutionShape _shape;

        internal Conv2d(ConvolutionShape shape, Parameter weight, Parameter? bias)
            : base(nameof(Conv2d))
        {
            _shape = shape;
            this.weight = weight;
            this.bias = bias;
        }

        /// <summary>Output channels × input channels per group × height × width.</summary>
        public Parameter weight
        {
            get => Owned(nameof(weight));
            set => Own(nameof(weight), value);
        }

        public Parameter? bias
        {
            get => Owned(nameof(bias));
            set => Own(nameof(bias), value);
        }

        /// <exception cref="ArgumentException">The input has other channels.</exception>
        public override Tensor forward(Tensor input)
        {
            _shape.Require(input);
            if (_shape.Mode != PaddingModes.Zeros)
            {
                var mode = _shape.Mode.ToString().ToLowerInvariant();
                using var padded = Aten.One("pad", input, _shape.Margins(weight.size(2), weight.size(3)), mode);
                return Convolve(padded, [0, 0]);
            }

            return _shape.PaddingType is { } named
                ? Aten.One(
                    "conv2d.padding", input, weight, bias, _shape.Stride, named.ToString().ToLowerInvariant(),
                    _shape.Dilation, _shape.Groups)
                : Convolve(input, _shape.Padding);
        }

        private Tensor Convolve(Tensor input, long[] padding) =>
            nn.functional.conv2d(input, weight, bias, _shape.Stride, padding, _shape.Dilation, _shape.Groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                Conv2d(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                    (dilation, dilation), padding_mode, groups, bias, device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                Conv2d(
                    new Modules.ConvolutionShape(
                        in_channels, Pair(stride, 1), Pair(padding, 0), null, Pair(dilation, 1), padding_mode, groups),
                    [out_channels, in_channels / groups, kernel_size.Item1, kernel_size.Item2], bias, device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                Conv2d(
                    in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride),
                    (dilation, dilation), padding_mode, groups, bias, device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding,
                (long, long)? stride = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                Conv2d(
                    new Modules.ConvolutionShape(
                        in_channels, Pair(stride, 1), [0, 0], padding, Pair(dilation, 1), padding_mode, groups),
                    [out_channels, in_channels / groups, kernel_size.Item1, kernel_size.Item2], bias, device, dtype);

            private static Modules.Conv2d Conv2d(
                Modules.ConvolutionShape shape, long[] weightShape, bool bias, Device? device, ScalarType? dtype)
            {
                var weight = Modules.StartingValues.Weight(weightShape, device, dtype);
                return new(shape, weight, bias ? Modules.StartingValues.Bias(weight, device, dtype) : null);
            }

            private static long[] Pair((long, long)? given, long standard) =>
                given is var (first, second) ? [first, second] : [standard, standard];
        }
    }
}
