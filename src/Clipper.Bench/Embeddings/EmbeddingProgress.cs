namespace Clipper.Bench.Embeddings;

/// <summary>How far an embedding pass is.</summary>
public readonly record struct EmbeddingProgress(string Dataset, string Model, int Done, int Total);
