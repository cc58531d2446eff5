using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module owns and an optimiser trains.</summary>
    public class Parameter : Tensor
    {
        /// <summary>Takes over <paramref name="data"/>, which is as if disposed afterwards.</summary>
        public Parameter(Tensor data, bool requires_grad = true)
            : base(data.requires_grad_(requires_grad).TakeHandle()) => DisposeScope.Replace(data, this);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Parameter(Tensor, bool)"/>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) =>
                new(data, requires_grad);
        }
    }
}
