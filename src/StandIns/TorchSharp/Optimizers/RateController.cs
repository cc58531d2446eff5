using static TorchSharp.torch.optim;

namespace TorchSharp;

/// <summary>The learning rate of all parameters of one optimiser.</summary>
internal sealed class RateController : ILearningRateController
{
    /// <inheritdoc/>
    public double LearningRate { get; set; }

    /// <inheritdoc/>
    public double InitialLearningRate { get; set; }
}
