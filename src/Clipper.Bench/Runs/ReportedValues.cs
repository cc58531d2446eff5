using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Which of a cell's values are recorded, and which are reported in tables.</summary>
internal static class ReportedValues
{
    /// <summary>The series that a cell keeps: all but those of hyper-parameters without a column that were not
    /// chosen.</summary>
    /// <exception cref="UsageException">A method has hyper-parameters to choose and there was nothing to choose
    /// on.</exception>
    public static IReadOnlyList<MetricSeries> Recorded(
        ReportedSeries values, IReadOnlyList<Choice> choices, MethodSettings method)
    {
        var kept = new List<MetricSeries>();
        foreach (var metric in values.Series.GroupBy(series => (series.Metric, series.Step)))
        {
            bool compares = metric.Select(series => series.Condition.Candidate).Distinct().Count() > 1;
            Choice[] chosen = [.. choices.Where(choice => (choice.Metric, choice.Step) == metric.Key)];
            if (compares && chosen.Length == 0)
            {
                throw new UsageException(
                    $"method '{method.Label}' has hyper-parameters to choose for {metric.Key.Metric}, and there is "
                    + "nothing to choose on: give it one value of each, or set protocol.validation-episodes to 1 or "
                    + "more.");
            }

            kept.AddRange(metric.Where(series =>
                !compares || chosen.Any(choice => choice.Condition.Candidate == series.Condition.Candidate)));
        }

        return kept;
    }

    /// <summary>The values of a cell's tables: one a metric; where the protocol allows an oracle two, the one chosen on
    /// validation first. Of a stream twice as many a metric and step: chosen for the step, and for all steps.</summary>
    /// <exception cref="InvalidOperationException">A choice was made on the reported queries, and the protocol does not
    /// allow that: no table may have its value.</exception>
    public static IEnumerable<ReportedValue> Of(Cell cell, CellResult result)
    {
        bool allowsOracle = cell.Experiment.Protocol.Quirks.Follows(QuirkCatalog.Choice);
        if (!allowsOracle && result.Choices.FirstOrDefault(choice => choice.Source == ChoiceSource.Queries) is { } seen)
        {
            throw new InvalidOperationException(
                $"Cell {cell.Id}: {seen.Metric} was chosen on the reported queries, which the protocol does not allow; "
                + "its value enters no table.");
        }

        foreach (var metric in result.Series.GroupBy(series => (series.Metric, series.Step)))
        {
            Choice[] choices = [.. result.Choices.Where(choice => (choice.Metric, choice.Step) == metric.Key)];
            if (metric.Count() == 1 && choices.Length == 0)
            {
                yield return Value(cell, metric.Single(), ChoiceSource.Nothing, null, isHeadline: true);
            }

            foreach (Choice choice in choices)
            {
                MetricSeries? series = SeriesOf(choice, metric);
                ChoiceScope? scope = choice.Step is null ? null : choice.Scope;
                bool isHeadline = allowsOracle == (choice.Source == ChoiceSource.Queries)
                    && scope != (allowsOracle ? ChoiceScope.Stream : ChoiceScope.Step);
                if (series is not null)
                {
                    yield return Value(cell, series, choice.Source, scope, isHeadline);
                }
            }
        }
    }

    /// <summary>The values of every number of training epochs, at the threshold that was chosen for that number; none
    /// where there is one number alone, or nothing to choose on.</summary>
    public static IEnumerable<ReportedValue> ByEpochs(Cell cell, CellResult result) =>
        from choice in result.ByEpochs
        let series = SeriesOf(choice, result.Series)
        where series is not null
        select Value(cell, series, choice.Source, null, isHeadline: true);

    private static MetricSeries? SeriesOf(Choice choice, IEnumerable<MetricSeries> series) => series.FirstOrDefault(
        each => each.Metric == choice.Metric && each.Step == choice.Step && each.Condition == choice.Condition
            && each.Threshold == choice.Threshold);

    private static ReportedValue Value(
        Cell cell, MetricSeries series, ChoiceSource source, ChoiceScope? scope, bool isHeadline) => new()
        {
            Record = CellRecords.Of(cell, series),
            ChosenOn = source,
            Scope = scope,
            IsHeadline = isHeadline,
            Candidate = series.Condition.Candidate,
            Cell = cell.Id,
        };
}
