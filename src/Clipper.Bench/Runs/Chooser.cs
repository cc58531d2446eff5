using Clipper.Core.Metrics;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Runs;

/// <summary>Chooses, for each metric alone, the condition and threshold with the best mean over the episodes where it
/// is defined; the first on ties: the fewest epochs, then the lowest threshold (PROTOCOL 5.4). In a continual stream it
/// chooses twice: for each step alone, and one for all steps, by the mean over them.</summary>
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
        .. from steps in series.Where(each => each.Step is not null).GroupBy(each => each.Metric)
           from choice in ForAllSteps(source, [.. steps])
           select choice,
    ];

    private static Choice Best(ChoiceSource source, IReadOnlyList<MetricSeries> alternatives)
    {
        double[] means = [.. alternatives.Select(Mean)];
        int best = Best(alternatives[0].Metric, means);
        return ChoiceOf(source, alternatives[best], means[best], ChoiceScope.Step);
    }

    private static IEnumerable<Choice> ForAllSteps(ChoiceSource source, IReadOnlyList<MetricSeries> series)
    {
        MetricSeries[][] alternatives =
            [.. series.GroupBy(each => (each.Condition, each.Threshold)).Select(steps => steps.ToArray())];
        if (alternatives.Length == 1)
        {
            return [];
        }

        double[] means = [.. alternatives.Select(steps => MeanOfDefined([.. steps.Select(Mean)]))];
        int best = Best(series[0].Metric, means);
        return alternatives[best].Select(step => ChoiceOf(source, step, means[best], ChoiceScope.Stream));
    }

    private static int Best(string metric, double[] means)
    {
        bool higher = MetricCatalog.Find(metric)?.HigherIsBetter ?? true;
        int best = 0;
        for (int i = 1; i < means.Length; i++)
        {
            bool isBetter = higher ? means[i] > means[best] : means[i] < means[best];
            best = isBetter || (double.IsNaN(means[best]) && !double.IsNaN(means[i])) ? i : best;
        }

        return best;
    }

    private static double Mean(MetricSeries series) => MeanOfDefined(series.Values);

    private static double MeanOfDefined(double[] values) =>
        Summary.Of([.. values.Where(value => !double.IsNaN(value))]).Mean;

    private static Choice ChoiceOf(ChoiceSource source, MetricSeries series, double mean, ChoiceScope scope) => new(
        series.Metric, source, series.Condition, series.Threshold, series.Step, double.IsNaN(mean) ? null : mean,
        scope);
}
