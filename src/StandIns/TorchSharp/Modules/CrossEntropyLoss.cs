using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>−log softmax(input)[target], over classes in dimension 1.</summary>
    public sealed class CrossEntropyLoss : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly Tensor? _weight;
        private readonly long _ignored;
        private readonly nn.Reduction _reduction;

        internal CrossEntropyLoss(Tensor? weight, long ignored, nn.Reduction reduction)
            : base(nameof(CrossEntropyLoss)) => (_weight, _ignored, _reduction) = (weight, ignored, reduction);

        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.cross_entropy(input, target, _weight, _ignored, _reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.CrossEntropyLoss CrossEntropyLoss(
                Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index ?? -100, reduction);
        }
    }
}
