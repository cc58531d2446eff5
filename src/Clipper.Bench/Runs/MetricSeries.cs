using System.Text.Json.Serialization;

namespace Clipper.Bench.Runs;

/// <summary>A metric's values over the episodes of a cell.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Threshold">The decision threshold; null for ranking metrics and for arg-max decisions.</param>
/// <param name="Values">One value an episode, in order; NaN where the metric is undefined.</param>
internal sealed record MetricSeries(
    string Metric, double? Threshold, [property: JsonConverter(typeof(OneLineNumbers))] double[] Values);
