namespace Clipper.Bench.Embeddings;

/// <summary>A part in which two keys differ.</summary>
/// <param name="Part">Its name.</param>
/// <param name="Wanted">Its value in the key that was asked for; null where that has no such part.</param>
/// <param name="Found">Its value in the entry; null where that has no such part.</param>
public sealed record KeyDifference(string Part, string? Wanted, string? Found);
