namespace Clipper.Bench.Stages;

/// <summary>A line of a labels file.</summary>
/// <param name="Id">The sample's id (or its row number in decimal).</param>
/// <param name="Labels">Its labels, as written; none for a sample that carries no label.</param>
/// <param name="Line">1-based line in the file.</param>
public sealed record LabelsRow(string Id, IReadOnlyList<string> Labels, int Line);
