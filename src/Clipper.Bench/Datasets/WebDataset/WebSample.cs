namespace Clipper.Bench.Datasets.WebDataset;

/// <summary>A sample of a shard.</summary>
/// <param name="Id">Shard and path of the image in it.</param>
/// <param name="Labels">Its labels as they are written; at least one, none twice.</param>
/// <param name="IsMultiLabel">Whether it could have had several.</param>
internal sealed record WebSample(string Id, IReadOnlyList<string> Labels, bool IsMultiLabel);
