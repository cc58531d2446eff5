using Clipper.Bench.Methods;

namespace Clipper.Bench.Runs;

/// <summary>Metric values of one scoring of an episode.</summary>
/// <param name="Step">Step of a continual stream, from 1; null elsewhere.</param>
/// <param name="Condition">What the scores were made with.</param>
/// <param name="Decision">How they decide.</param>
/// <param name="Predictions">What they predict.</param>
/// <param name="Values">As <see cref="MetricSheet.Values(Core.Imprinting.LabelRows, Scoring)"/> gives them.</param>
internal readonly record struct EpisodeResult(
    int? Step, Condition Condition, Decision Decision, EpisodePredictions Predictions, double[] Values);
