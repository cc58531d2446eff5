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
    private const string Method = "method";

    private static readonly string[] _heads =
    [
        "data set", "model", "setting", "step", Method, "metric", "value", "threshold", "epochs", "copies",
        "hyper-parameters", "chosen on", "n",
    ];

    /// <summary>The table, in the order of the values.</summary>
    public static ResultTable Of(IReadOnlyList<ReportedValue> values)
    {
        var rows = new List<IReadOnlyList<TableCell>>();
        foreach (var group in values.GroupBy(value => Key(value.Record)))
        {
            bool isLoss = MetricCatalog.Find(group.Key.Metric) is { HigherIsBetter: false };
            bool[] marks = BestMarks.Of(
                [.. group.Select(v => new SummaryValue(isLoss ? -v.Record.Mean : v.Record.Mean, v.Record.Ci95))]);
            rows.AddRange(group.Select((value, i) => Row(value, marks[i])));
        }

        ResultTable table = UsedColumns.Of(new ResultTable(
            "metrics", "Every metric", _heads, rows,
            [
                .. TableNotes.OfIntervals(rows, values.Select(value => value.Record.N)), .. TableNotes.OfBold(rows),
                .. ChoiceNotes.Of(values),
            ]));
        return table with
        {
            File = "reported.csv",
            GroupColumns = table.Heads.TakeWhile(head => head != Method).Count(),
        };
    }

    private static (string, string, string, string, int?, string Metric) Key(RunRecord r) =>
        (r.Dataset, r.Variant, r.Model, Setting(r), r.Step, r.Metric);

    private static TableCell[] Row(ReportedValue value, bool isBest)
    {
        RunRecord r = value.Record;
        return
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
            new(value.Candidate),
            new(ChoiceNotes.Word(value.ChosenOn)),
            Number(r.N),
        ];
    }

    private static TableCell Number(int? number) =>
        number is { } n ? new(n.ToString(CultureInfo.InvariantCulture), n) : new("");

    /// <summary>Size of the episodes of a record.</summary>
    internal static string Setting(RunRecord r) =>
        SettingText.Of(new EpisodePlan(r.Ways ?? 0, r.Shots ?? 0, r.Queries ?? 0));
}
