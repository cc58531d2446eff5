namespace Clipper.Core.Metrics;

/// <summary>A metric has no value on these data: where scikit-learn 1.2.1 raises, and on no samples at all.
/// <see cref="MetricEvaluator"/> turns it into NaN.</summary>
/// <param name="metric">The metric, in words.</param>
/// <param name="reason">Why it is undefined here.</param>
public sealed class UndefinedMetricException(string metric, string reason)
    : Exception($"{metric} is undefined: {reason}.")
{
    /// <summary>The metric, in words.</summary>
    public string Metric { get; } = metric;
}
