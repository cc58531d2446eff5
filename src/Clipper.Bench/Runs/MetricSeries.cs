using System.Text.Json.Serialization;
using Clipper.Bench.Methods;

namespace Clipper.Bench.Runs;

/// <summary>A metric's values over the episodes of a cell.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Condition">What the scores were made with.</param>
/// <param name="Threshold">The decision threshold; null for ranking metrics and for arg-max decisions.</param>
/// <param name="Step">Step of a continual stream, from 1; null elsewhere.</param>
/// <param name="Values">One value an episode, in order; NaN where the metric is undefined.</param>
internal sealed record MetricSeries(
    string Metric,
    Condition Condition,
    double? Threshold,
    int? Step,
    [property: JsonConverter(typeof(OneLineNumbers))] double[] Values);
