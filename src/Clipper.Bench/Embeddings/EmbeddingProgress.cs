namespace Clipper.Bench.Embeddings;

/// <summary>How far an embedding pass is.</summary>
/// <param name="Dataset">Data set and variant.</param>
/// <param name="Model">Model.</param>
/// <param name="Done">Images done.</param>
/// <param name="Total">Images in all.</param>
public readonly record struct EmbeddingProgress(string Dataset, string Model, int Done, int Total);
