using Clipper.Core.Metrics;

namespace Clipper.Bench.Stages;

/// <summary>A metric's value.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">Its value; NaN where it is undefined for these samples.</param>
public sealed record MetricValue(Metric Metric, double Value)
{
    /// <summary>Why the value is undefined, or null where it is defined.</summary>
    public string? Reason => double.IsNaN(Value) ? $"undefined for these samples: {Metric.Description}" : null;
}
