namespace Clipper.Bench.Runs;

/// <summary>Values of the episodes that are reported.</summary>
/// <param name="Series">The values, ordered by metric, then condition, then threshold.</param>
internal sealed record ReportedSeries(IReadOnlyList<MetricSeries> Series);
