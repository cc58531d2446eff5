namespace Clipper.Bench.Embeddings;

/// <summary>What an embedding pass gave, before it is written.</summary>
/// <param name="Values">float32 [samples, dimension], row after row; rows of skipped samples are zeros.</param>
/// <param name="Dimension">Length of a row.</param>
/// <param name="Skipped">Samples that could not be read, with the reasons.</param>
internal sealed record ComputedEmbeddings(float[] Values, int Dimension, SortedDictionary<int, string> Skipped);
