using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x · Φ(x), the exact form.</summary>
    public sealed class GELU : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inplace;

        internal GELU(bool inplace)
            : base(nameof(GELU)) => _inplace = inplace;

        public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, _inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GELU GELU() => new(false);

            public static Modules.GELU GELU(bool inplace) => new(inplace);
        }
    }
}
