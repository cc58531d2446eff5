using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One move of L-BFGS: parameters += length · direction, from where they had this gradient.</summary>
internal sealed record LbfgsMove(Tensor Direction, double Length, Tensor Gradient) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Direction.Dispose();
        Gradient.Dispose();
    }
}
