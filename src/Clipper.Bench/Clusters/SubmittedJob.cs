namespace Clipper.Bench.Clusters;

/// <summary>A job that was submitted.</summary>
/// <param name="Id">The scheduler's id.</param>
/// <param name="Kind">What its tasks do.</param>
/// <param name="Tasks">Numbers of its tasks.</param>
public sealed record SubmittedJob(string Id, TaskKind Kind, IReadOnlyList<int> Tasks);
