using Clipper.Bench.Methods;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Finds the values of every episode behind reported values, in the cells of a results folder.</summary>
internal static class EpisodeValues
{
    /// <summary>The values that the mode stands by, with those of their episodes.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="reported">In the order of the cells.</param>
    /// <exception cref="DataFileException">A cell's file is missing, damaged, or lacks a value.</exception>
    public static IReadOnlyList<MethodValues> Read(ResultsFolder folder, IReadOnlyList<ReportedValue> reported)
    {
        var values = new List<MethodValues>();
        foreach (var cell in reported.Where(value => value.IsHeadline).GroupBy(value => value.Cell))
        {
            string path = folder.Result(cell.Key);
            (CellFacts facts, CellResult result) = ReportedCell.Read(folder, cell.Key);
            bool isFloor = MethodCatalog.IsFloor(facts.ValueOf(CellFacts.Method) ?? "");
            int? steps = cell.Max(value => value.Record.Step);
            values.AddRange(cell.Select(value =>
                new MethodValues(value, result.DrawsHash, Find(path, result, value))
                {
                    Contender = facts.Contender,
                    IsFloor = isFloor,
                    Steps = steps,
                }));
        }

        return values;
    }

    private static double[] Find(string path, CellResult result, ReportedValue value)
    {
        RunRecord record = value.Record;
        MetricSeries? found = result.Series.FirstOrDefault(series =>
            series.Metric == record.Metric && series.Step == record.Step && series.Threshold == record.Threshold
            && series.Condition.Epochs == record.Epochs && series.Condition.Copies == record.Copies
            && series.Condition.Candidate == value.Candidate);
        return found?.Values ?? throw new DataFileException(
            path, $"has no values of {record.Metric} as reported.csv names it; run the experiment again.");
    }
}
