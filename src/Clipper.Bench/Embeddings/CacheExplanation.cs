namespace Clipper.Bench.Embeddings;

/// <summary>Why a key is a hit or a miss.</summary>
/// <param name="Key">The key that was asked for.</param>
/// <param name="State">What the cache has for it.</param>
/// <param name="Nearest">Name of the entry that differs in the fewest parts; null where the cache is empty or it is a
/// hit.</param>
/// <param name="Differences">The parts in which the nearest entry differs, in key order.</param>
/// <param name="Detail">What is damaged, or who writes it; null otherwise.</param>
public sealed record CacheExplanation(
    EmbeddingKey Key, CacheState State, string? Nearest, IReadOnlyList<KeyDifference> Differences, string? Detail);
