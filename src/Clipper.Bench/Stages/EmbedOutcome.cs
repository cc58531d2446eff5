namespace Clipper.Bench.Stages;

/// <summary>What <see cref="EmbedStage"/> did.</summary>
/// <param name="Rows">Embeddings written.</param>
/// <param name="Skipped">Images that were left out, in their order, with the reasons.</param>
/// <param name="Timing">What the time was spent on, in a line; null where the embeddings came from the cache.</param>
public sealed record EmbedOutcome(int Rows, IReadOnlyList<(string Id, string Reason)> Skipped, string? Timing);
