namespace Clipper.Bench.Runs;

/// <summary>Values of validation episodes: all that <see cref="Chooser.OnValidation"/> is given. It is made from
/// <see cref="ValidationDraws"/> alone, so that a choice cannot see what is reported.</summary>
/// <param name="Source">How the episodes are kept apart from those that are reported.</param>
/// <param name="Series">The values.</param>
internal sealed record ValidationValues(ChoiceSource Source, IReadOnlyList<MetricSeries> Series);
