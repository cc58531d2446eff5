using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Core.Episodes;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Reports;

/// <summary>Every metric of every cell, one line a value.</summary>
internal static class MetricsTable
{
    private static readonly string[] _heads =
        ["data set", "model", "setting", "step", "method", "metric", "value", "threshold", "epochs", "copies", "n"];

    /// <summary>The table, in the order of the records.</summary>
    public static ResultTable Of(IReadOnlyList<RunRecord> records)
    {
        var rows = new List<IReadOnlyList<TableCell>>();
        foreach (var group in records.GroupBy(r => (r.Dataset, r.Variant, r.Model, Setting(r), r.Step, r.Metric)))
        {
            RunRecord[] best = [.. group.GroupBy(r => r.Method).Select(method => BestRecord.Of([.. method]))];
            bool isLoss = MetricCatalog.Find(group.Key.Metric) is { HigherIsBetter: false };
            bool[] marks = BestMarks.Of(
                [.. best.Select(r => new SummaryValue(isLoss ? -r.Mean : r.Mean, r.Ci95))]);
            rows.AddRange(best.Select((record, i) => Row(record, marks[i])));
        }

        string[] notes = records.Any(r => r.Threshold is not null || r.Epochs is not null) ? [BestRecord.Note] : [];
        int[] used = [.. Enumerable.Range(0, _heads.Length).Where(c => rows.Any(row => row[c].Text.Length > 0))];
        return new ResultTable(
            "metrics",
            "Every metric",
            [.. used.Select(column => _heads[column])],
            [.. rows.Select(row => (IReadOnlyList<TableCell>)[.. used.Select(column => row[column])])],
            notes);
    }

    private static TableCell[] Row(RunRecord r, bool isBest) =>
    [
        new($"{r.Dataset} {r.Variant}".TrimEnd()),
        new(r.Model),
        new(Setting(r)),
        Number(r.Step),
        new(r.Method),
        new(r.Metric),
        new(new SummaryValue(r.Mean, r.Ci95).ToString(), r.Mean, isBest),
        r.Threshold is { } t ? new(t.ToString("0.00##", CultureInfo.InvariantCulture), t) : new(""),
        Number(r.Epochs),
        Number(r.Copies),
        Number(r.N),
    ];

    private static TableCell Number(int? number) =>
        number is { } n ? new(n.ToString(CultureInfo.InvariantCulture), n) : new("");

    private static string Setting(RunRecord r) =>
        SettingText.Of(new EpisodePlan(r.Ways ?? 0, r.Shots ?? 0, r.Queries ?? 0));
}
