namespace Clipper.Bench.Runs;

/// <summary>How often a sample was answered wrongly.</summary>
/// <param name="Id">The sample.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Shown">Episodes in which it was a query.</param>
/// <param name="Wrong">Those in which the predicted classes were not exactly its own among the ways.</param>
internal sealed record SampleTally(string Id, IReadOnlyList<string> Labels, int Shown, int Wrong)
{
    /// <summary>The wrong answer that was given most often, on ties the one that was given first; empty where that is
    /// no class at all.</summary>
    public IReadOnlyList<string> Predicted { get; init; } = [];
}
