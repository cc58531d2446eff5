namespace Clipper.Bench.Datasets;

/// <summary>A sample whose labels are still words or numbers, as they are written.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Labels">Its labels as they are written; at least one, none twice.</param>
/// <param name="IsMultiLabel">Whether it could have had several.</param>
internal sealed record NamedSample(string Id, IReadOnlyList<string> Labels, bool IsMultiLabel);
