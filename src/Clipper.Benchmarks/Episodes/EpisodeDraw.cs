using Clipper.Core.Episodes;

namespace Clipper.Benchmarks.Episodes;

/// <summary>A kind of draw.</summary>
/// <param name="Kind">Single label or several labels.</param>
/// <param name="Classes">Classes that are drawn from.</param>
/// <param name="PerClass">Images a class, about.</param>
/// <param name="Plan">Ways, shots, queries.</param>
public sealed record EpisodeDraw(string Kind, int Classes, int PerClass, EpisodePlan Plan)
{
    /// <summary>Whether an image can have several labels.</summary>
    public bool IsMultiLabel => Kind == "several labels";

    /// <inheritdoc />
    public override string ToString() =>
        $"{Kind}, {Plan.Ways}w{Plan.Shots}s{Plan.Queries}q of {Classes} × {PerClass}";
}
