using System.Globalization;
using Clipper.Bench.Methods;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Finds the values of every episode behind reported values, in the cells of a results folder.</summary>
internal static class EpisodeValues
{
    private const double Rounding = 1e-12;

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
        return found is null
            ? throw new DataFileException(
                path, $"has no values of {record.Metric} as reported.csv names it; run the experiment again.")
            : IsMeanOf(record, found.Values) ? found.Values
            : throw new DataFileException(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has other values of {record.Metric} than reported.csv, where its mean is {record.Mean:R}, ± ")
                + $"{TableFile.Text(record.Ci95)}, n {TableFile.Text(record.N)}: that file was changed. "
                + new ResultsFolder(Path.GetDirectoryName(Path.GetDirectoryName(path)) ?? ".").HowToMend);
    }

    // To the last digits but few, which another processor may round otherwise.
    private static bool IsMeanOf(RunRecord record, double[] values)
    {
        var summary = Summary.Of([.. values.Where(value => !double.IsNaN(value))]);
        return summary.N == record.N && IsNear(summary.Mean, record.Mean)
            && IsNear(summary.Ci95, record.Ci95 ?? double.NaN);
    }

    private static bool IsNear(double value, double reported) =>
        value.Equals(reported) || Math.Abs(value - reported) <= Rounding * Math.Max(1, Math.Abs(value));
}
