using Clipper.Bench.Configuration;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Runs;

/// <summary>Turns a cell's values into the lines of records.csv.</summary>
internal static class CellRecords
{
    /// <summary>One record a series; of hyper-parameters without a column, which records could not tell apart, those
    /// that the tables report.</summary>
    public static IEnumerable<RunRecord> Of(Cell cell, CellResult result)
    {
        var reported = ReportedValues.Of(cell, result)
            .Where(value => value.IsHeadline)
            .ToDictionary(value => (value.Record.Metric, value.Record.Step), value => value.Candidate);
        return result.Series
            .Where(series =>
                reported.GetValueOrDefault((series.Metric, series.Step), series.Condition.Candidate)
                == series.Condition.Candidate)
            .Select(series => Of(cell, series));
    }

    /// <summary>The record of a series: mean, t-interval and deviation over the episodes where the metric is
    /// defined.</summary>
    public static RunRecord Of(Cell cell, MetricSeries series)
    {
        var summary = Summary.Of([.. series.Values.Where(value => !double.IsNaN(value))]);
        return new RunRecord
        {
            Run = cell.Experiment.Name,
            Dataset = cell.Subject.Dataset.Name,
            Variant = cell.Subject.Dataset.Variant,
            Model = cell.Subject.Model.Name,
            Method = cell.Method.Label,
            Head = cell.Method.Head,
            Ways = cell.Setting.Ways,
            Shots = cell.Setting.Shots,
            Queries = cell.Setting.Queries,
            Episodes = cell.Experiment.Protocol.Episodes,
            Augment = series.Condition.Augment,
            Copies = series.Condition.Copies,
            Epochs = series.Condition.Epochs,
            Threshold = series.Threshold,
            Step = series.Step,
            Metric = series.Metric,
            Mean = summary.Mean,
            Ci95 = summary.N < 2 ? null : summary.Ci95,
            Std = summary.N < 2 ? null : summary.Std,
            N = summary.N,
            Mode = ExperimentText.Of(cell.Experiment.Protocol.Mode),
        };
    }
}
