namespace Clipper.Bench.Embeddings;

/// <summary>An entry of the embedding cache.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Parts">What the key was made from; empty where the manifest is damaged.</param>
/// <param name="Model">Name of the model when it was computed.</param>
/// <param name="Rows">Number of samples.</param>
/// <param name="Dimension">Length of a row.</param>
/// <param name="Skipped">Number of samples that could not be read.</param>
/// <param name="Bytes">Bytes on the disk.</param>
/// <param name="LastUsed">When it was written or last read.</param>
/// <param name="Problem">What is wrong with it, or null. <see cref="EmbeddingCache.List"/> reads the manifest alone,
/// <see cref="EmbeddingCache.Verify"/> every byte.</param>
public sealed record CacheEntry(
    string Key, IReadOnlyList<KeyPart> Parts, string Model, int Rows, int Dimension, int Skipped, long Bytes,
    DateTimeOffset LastUsed, string? Problem)
{
    /// <summary>Value of a part of the key; empty where it is not known.</summary>
    public string Part(string name) => Parts.FirstOrDefault(p => p.Name == name)?.Value ?? "";
}
