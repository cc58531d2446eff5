namespace Clipper.Bench.Datasets;

/// <summary>A row of a CSV list.</summary>
/// <param name="Id">Path relative to the list, with '/' separators.</param>
/// <param name="Labels">Label names, in the row's order; at least one, none twice.</param>
internal sealed record CsvListRow(string Id, IReadOnlyList<string> Labels);
