namespace Clipper.Bench.Datasets;

/// <summary>One image of a data set.</summary>
/// <param name="Id">Path inside the official layout, with '/' separators; unique.</param>
/// <param name="Labels">Indices into the data set's classes, ascending.</param>
public sealed record Sample(string Id, IReadOnlyList<int> Labels);
