using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>(x − mean) / √(variance + eps) over the last dimensions, then · weight + bias.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _shape;
        private readonly double _eps;

        internal LayerNorm(long[] shape, double eps, Parameter? weight, Parameter? bias)
            : base(nameof(LayerNorm))
        {
            (_shape, _eps) = (shape, eps);
            Own(nameof(weight), weight);
            this.bias = bias;
        }

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

        public override Tensor forward(Tensor tensor) =>
            nn.functional.layer_norm(tensor, _shape, Owned(nameof(weight)), bias, _eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(
                    normalized_shape,
                    eps,
                    elementwise_affine ? new(ones(normalized_shape, dtype, device)) : null,
                    elementwise_affine && bias ? new(zeros(normalized_shape, dtype, device)) : null);

            public static Modules.LayerNorm LayerNorm(
                long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                LayerNorm(new[] { normalized_shape }, eps, elementwise_affine, bias, device, dtype);
        }
    }
}
