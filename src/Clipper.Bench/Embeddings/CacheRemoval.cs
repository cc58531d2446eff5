namespace Clipper.Bench.Embeddings;

/// <summary>A decision of <c>cache gc</c>.</summary>
/// <param name="Name">Key of an entry, or name of a leftover file.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="IsRemoved">Removed (or to be removed, in a dry run); else kept although it was due.</param>
/// <param name="Reason">Why.</param>
public sealed record CacheRemoval(string Name, long Bytes, bool IsRemoved, string Reason);
