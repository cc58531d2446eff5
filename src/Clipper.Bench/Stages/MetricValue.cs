using Clipper.Core.Metrics;

namespace Clipper.Bench.Stages;

/// <summary>A metric's value.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">Its value; NaN where it is undefined for these samples.</param>
/// <param name="Reason">Why it is undefined; null where it has a value.</param>
public sealed record MetricValue(Metric Metric, double Value, string? Reason);
