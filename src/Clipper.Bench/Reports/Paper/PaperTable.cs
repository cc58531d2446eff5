using System.Globalization;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Paper;

/// <summary>The comparison as tables.</summary>
public static class PaperTable
{
    private static readonly PaperVerdict[] _verdicts = Enum.GetValues<PaperVerdict>();

    private static readonly string[] _heads =
    [
        "table", "metric", "data set", "method", "setting", "ours", "n", "at", "paper", "Δ", "verdict", "remark",
    ];

    private static readonly string[] _notes =
    [
        "Ours are the best over thresholds and epochs on the reported queries, as the paper's are (an oracle); 'at' "
        + "says which; ± is the half width of the 95 % t-interval over n episodes.",
        "Verdicts: inside = the paper's number lies in our interval; within 1 pt = the difference is at most 0.01; "
        + "off = it is larger; – = not comparable, and a remark says why.",
    ];

    private static readonly string _backbone =
        "Another backbone: its weights are by their SHA-256 not the paper's, those of OpenAI's CLIP ViT-B/32.";

    /// <summary>The table, one line a row; remarks are footnotes.</summary>
    public static ResultTable Of(IReadOnlyList<PaperRow> rows)
    {
        PaperOrigin[] origins = PaperOrigin.Of(rows);
        var remarks = new PaperRemarks(rows);
        return new ResultTable(
            "paper",
            "Ours and the paper's",
            [.. origins.Select(origin => origin.Head), .. _heads],
            [.. rows.Select(row => Cells(row, origins, remarks))],
            rows.Any(row => row.Remarks.Any(PaperComparison.IsOfBackbone)) ? [.. _notes, _backbone] : _notes)
        {
            GroupColumns = origins.Length + 2,
            Legend = remarks.Legend,
        };
    }

    /// <summary>How many numbers of each of the paper's tables have which verdict.</summary>
    public static ResultTable Verdicts(IReadOnlyList<PaperRow> rows) => new(
        "verdicts",
        "Verdicts",
        ["table", .. _verdicts.Select(NameOf), "all"],
        [
            .. rows.GroupBy(row => row.Published.Table).Select(table => Counts(table.Key, [.. table])),
            Counts("all", rows),
        ],
        []);

    /// <summary>The short word for a verdict.</summary>
    public static string Of(PaperVerdict verdict) => verdict switch
    {
        PaperVerdict.InsideInterval => "inside",
        PaperVerdict.WithinOnePoint => "within 1 pt",
        PaperVerdict.Off => "off",
        _ => "–",
    };

    /// <summary>Its name where there is room, or no table around it.</summary>
    public static string NameOf(PaperVerdict verdict) =>
        verdict == PaperVerdict.NotComparable ? "not comparable" : Of(verdict);

    private static TableCell[] Counts(string table, IReadOnlyList<PaperRow> rows) =>
    [
        new(table),
        .. _verdicts.Select(verdict => Count(rows.Count(row => row.Verdict == verdict))),
        Count(rows.Count),
    ];

    private static TableCell Count(int count) => new(count.ToString(CultureInfo.InvariantCulture), count);

    private static TableCell[] Cells(PaperRow row, PaperOrigin[] origins, PaperRemarks remarks)
    {
        PublishedValue paper = row.Published;
        string setting = string.Create(CultureInfo.InvariantCulture, $"{paper.Ways}w{paper.Shots}s");
        return
        [
            .. origins.Select(origin => new TableCell(origin.Text(row))),
            new(paper.Table),
            new(paper.Metric),
            new(paper.Dataset),
            new(row.Record.Method),
            new(setting),
            new(new SummaryValue(row.Ours, row.Ci95).ToString(), row.Ours),
            Count(row.Record.N),
            new(Condition(row.Record)),
            new(paper.Value.ToString("0.0###", CultureInfo.InvariantCulture), paper.Value),
            new(row.Difference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture), row.Difference),
            new(Of(row.Verdict)),
            new(remarks.KeysOf(row)),
        ];
    }

    private static string Condition(RunRecord record)
    {
        string threshold = record.Threshold is { } t ? t.ToString("0.00##", CultureInfo.InvariantCulture) : "";
        string epochs = record.Epochs is { } e ? string.Create(CultureInfo.InvariantCulture, $"{e} epochs") : "";
        return string.Join(", ", new[] { threshold, epochs }.Where(part => part.Length > 0));
    }
}
