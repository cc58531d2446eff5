using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs.Planning;

/// <summary>Why a run finds the embeddings of a data set under a model in the cache, or not.</summary>
/// <param name="Dataset">Data set and variant, with the resize before the model's own preprocessing, where there is
/// one: <c>cifar10-test (cv80)</c>.</param>
/// <param name="Model">Model.</param>
/// <param name="Explanation">What the cache has, and what differs.</param>
public sealed record ExplainedEmbedding(string Dataset, string Model, CacheExplanation Explanation);
