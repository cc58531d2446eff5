namespace Clipper.Bench.Runs.Planning;

/// <summary>The embeddings of a data set under a model.</summary>
/// <param name="Dataset">Data set and variant.</param>
/// <param name="Model">Model.</param>
/// <param name="Detour">The resize before the model's own preprocessing, by name; none, unless the experiment follows
/// the reference's two paths.</param>
/// <param name="Samples">Images.</param>
/// <param name="State">Whether a run will compute them.</param>
/// <param name="Estimate">What that takes; null where it will not, or nothing was measured.</param>
public sealed record PlannedEmbedding(
    string Dataset, string Model, string Detour, int Samples, EmbeddingState State, PlanEstimate? Estimate);
