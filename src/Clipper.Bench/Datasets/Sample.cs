namespace Clipper.Bench.Datasets;

/// <summary>One image of a data set.</summary>
/// <param name="Id">Path inside the official layout, with '/' separators; unique.</param>
/// <param name="Labels">Indices into the data set's classes, ascending.</param>
public sealed record Sample(string Id, IReadOnlyList<int> Labels)
{
    /// <summary>What the image was taken from, where several samples share one (a video, a person's sitting); samples
    /// of one source in support and query make a result too good. Null where every sample is its own source.</summary>
    public string? Source { get; init; }
}
