using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x · weightᵀ + bias.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        internal Linear(Parameter weight, Parameter? bias)
            : base(nameof(Linear))
        {
            this.weight = weight;
            this.bias = bias;
        }

        /// <summary>Output features × input features.</summary>
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

        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A linear layer with PyTorch's own random start.</summary>
            public static Modules.Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                var weight = Modules.StartingValues.Weight([outputSize, inputSize], device, dtype);
                return new(weight, hasBias ? Modules.StartingValues.Bias(weight, device, dtype) : null);
            }

            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) =>
                new(weight, bias);
        }
    }
}
