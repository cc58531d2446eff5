using Clipper.Core.Metrics;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Runs;

/// <summary>Chooses, for each metric (and step of a stream) alone, the condition and threshold with the best mean over
/// the episodes where it is defined; the first on ties: the fewest epochs, then the lowest threshold (PROTOCOL
/// 5.4).</summary>
internal static class Chooser
{
    /// <summary>Chooses on validation episodes.</summary>
    public static IReadOnlyList<Choice> OnValidation(ValidationValues values) =>
        Choose(values.Series, values.Source);

    /// <summary>Chooses on the reported queries themselves, as the reference does (Q1).</summary>
    public static IReadOnlyList<Choice> OnQueries(ReportedSeries values) =>
        Choose(values.Series, ChoiceSource.Queries);

    /// <summary>Chooses on validation episodes for every number of training epochs alone.</summary>
    public static IReadOnlyList<Choice> ByEpochs(ValidationValues values) => ByEpochs(values.Series, values.Source);

    /// <summary>Chooses on the reported queries for every number of training epochs alone.</summary>
    public static IReadOnlyList<Choice> ByEpochs(ReportedSeries values) =>
        ByEpochs(values.Series, ChoiceSource.Queries);

    private static Choice[] ByEpochs(IReadOnlyList<MetricSeries> series, ChoiceSource source) =>
    [
        .. from metric in series.GroupBy(each => (each.Metric, each.Step))
           where metric.DistinctBy(each => each.Condition.Epochs).Count() > 1
           from alternatives in metric.GroupBy(each => each.Condition.Epochs)
           select Best(source, [.. alternatives]),
    ];

    private static Choice[] Choose(IReadOnlyList<MetricSeries> series, ChoiceSource source) =>
    [
        .. from alternatives in series.GroupBy(each => (each.Metric, each.Step))
           where alternatives.Count() > 1
           select Best(source, [.. alternatives]),
    ];

    private static Choice Best(ChoiceSource source, IReadOnlyList<MetricSeries> alternatives)
    {
        bool higher = MetricCatalog.Find(alternatives[0].Metric)?.HigherIsBetter ?? true;
        MetricSeries best = alternatives[0];
        double bestMean = double.NaN;
        foreach (MetricSeries series in alternatives)
        {
            double own = Summary.Of([.. series.Values.Where(value => !double.IsNaN(value))]).Mean;
            bool isBetter = higher ? own > bestMean : own < bestMean;
            if (isBetter || (double.IsNaN(bestMean) && !double.IsNaN(own)))
            {
                best = series;
                bestMean = own;
            }
        }

        double? mean = double.IsNaN(bestMean) ? null : bestMean;
        return new Choice(best.Metric, source, best.Condition, best.Threshold, best.Step, mean);
    }
}
