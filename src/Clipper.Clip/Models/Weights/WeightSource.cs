namespace Clipper.Clip.Models.Weights;

/// <summary>Where a checkpoint keeps one of our parameters.</summary>
/// <param name="Names">Its tensors; several are stacked along the first dimension (query, key and value).</param>
/// <param name="Transposed">Whether the file has columns where we have rows.</param>
internal sealed record WeightSource(IReadOnlyList<string> Names, bool Transposed = false)
{
    /// <summary>One tensor, as it is.</summary>
    public static implicit operator WeightSource(string name) => new([name]);
}
