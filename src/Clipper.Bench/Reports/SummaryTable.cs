using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Files;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Clip.Files;
using Clipper.Core.Episodes;
using CsvHelper;

namespace Clipper.Bench.Reports;

/// <summary>The result table of a run: accuracy, mAP and micro-F1 of every cell.</summary>
public sealed class SummaryTable
{
    private const string IntervalNote = "± is the half width of the 95 % t-interval over episodes.";
    private const string OracleNote =
        "Threshold: an oracle, chosen on the reported queries for the best mean micro-F1 (PROTOCOL Q1); "
        + "wi decides by arg-max and has none.";

    private SummaryTable(IReadOnlyList<SummaryRow> rows, IEnumerable<string> notes)
    {
        Rows = rows;
        Notes =
        [
            .. rows.Count > 0 ? new[] { IntervalNote } : [],
            .. rows.Any(row => row.Threshold is not null) ? new[] { OracleNote } : [],
            .. notes,
        ];
    }

    /// <summary>The column heads, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["data set", "model", "setting", "method", "n", "accuracy", "mAP", "micro-F1", "threshold"];

    /// <summary>One row a cell, in the order of the records.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>What a reader must know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Gathers the records of every cell.</summary>
    /// <param name="records">In the order of records.csv.</param>
    /// <param name="notes">What a reader must know about the run.</param>
    public static SummaryTable Of(IReadOnlyList<RunRecord> records, IReadOnlyList<string> notes)
    {
        IEnumerable<SummaryRow> rows = records
            .GroupBy(r => (r.Dataset, r.Variant, r.Model, Setting: Setting(r), r.Method))
            .Select(cell => Row(cell.Key, [.. cell]));
        return new SummaryTable([.. rows], notes);
    }

    /// <summary>The texts of a row, in the order of <see cref="Columns"/>; a dash where there is no value.</summary>
    public static IReadOnlyList<string> Texts(SummaryRow row) =>
    [
        row.Variant.Length > 0 ? $"{row.Dataset} {row.Variant}" : row.Dataset,
        row.Model,
        row.Setting,
        row.Method,
        row.Episodes.ToString(CultureInfo.InvariantCulture),
        row.Accuracy?.ToString() ?? "–",
        row.Map?.ToString() ?? "–",
        row.MicroF1?.ToString() ?? "–",
        row.Threshold?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "–",
    ];

    /// <summary>Writes the table with unrounded numbers.</summary>
    public void WriteCsv(string path) => AtomicFile.Write(path, stream =>
    {
        using var csv = new CsvWriter(new StreamWriter(stream, leaveOpen: true), CsvLayout.New());
        csv.WriteFields([
            "dataset", "variant", "model", "setting", "method", "n", "accuracy", "accuracy_ci95", "map", "map_ci95",
            "o_f1", "o_f1_ci95", "oracle_threshold",
        ]);
        foreach (SummaryRow row in Rows)
        {
            csv.WriteFields([
                row.Dataset, row.Variant, row.Model, row.Setting, row.Method,
                row.Episodes.ToString(CultureInfo.InvariantCulture),
                Text(row.Accuracy?.Mean), Text(row.Accuracy?.Ci95), Text(row.Map?.Mean), Text(row.Map?.Ci95),
                Text(row.MicroF1?.Mean), Text(row.MicroF1?.Ci95), Text(row.Threshold),
            ]);
        }
    });

    /// <summary>The table for people: the best of each data set, model and setting stand out, and what is tied with
    /// them.</summary>
    internal ResultTable ToTable()
    {
        var rows = new List<IReadOnlyList<TableCell>>();
        foreach (var group in Rows.GroupBy(row => (row.Dataset, row.Variant, row.Model, row.Setting)))
        {
            SummaryRow[] own = [.. group];
            bool[] accuracy = BestMarks.Of([.. own.Select(row => row.Accuracy)]);
            bool[] map = BestMarks.Of([.. own.Select(row => row.Map)]);
            bool[] microF1 = BestMarks.Of([.. own.Select(row => row.MicroF1)]);
            rows.AddRange(own.Select((row, i) => Cells(row, accuracy[i], map[i], microF1[i])));
        }

        return new ResultTable("summary", "Results by cell", Columns, rows, Notes);
    }

    private static TableCell[] Cells(SummaryRow row, bool bestAccuracy, bool bestMap, bool bestMicroF1)
    {
        IReadOnlyList<string> texts = Texts(row);
        return
        [
            new(texts[0]), new(texts[1]), new(texts[2]), new(texts[3]),
            new(texts[4], row.Episodes),
            new(texts[5], row.Accuracy?.Mean, bestAccuracy),
            new(texts[6], row.Map?.Mean, bestMap),
            new(texts[7], row.MicroF1?.Mean, bestMicroF1),
            new(texts[8], row.Threshold),
        ];
    }

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Setting(RunRecord record) =>
        SettingText.Of(new EpisodePlan(record.Ways ?? 1, record.Shots ?? 1, record.Queries ?? 0));

    private static SummaryRow Row(
        (string Dataset, string Variant, string Model, string Setting, string Method) cell,
        IReadOnlyList<RunRecord> records)
    {
        // MaxBy keeps the first of equals, and thresholds ascend: the lowest wins a tie.
        RunRecord? best = records.Where(r => r.Metric == "o_f1").MaxBy(r => r.Mean);
        return new SummaryRow(
            cell.Dataset,
            cell.Variant,
            cell.Model,
            cell.Setting,
            cell.Method,
            records.Max(record => record.N),
            Value(records.FirstOrDefault(r => r.Metric == "accuracy")),
            Value(records.FirstOrDefault(r => r.Metric == "map")),
            Value(best),
            best?.Threshold);
    }

    private static SummaryValue? Value(RunRecord? record) =>
        record is null ? null : new SummaryValue(record.Mean, record.Ci95);
}
