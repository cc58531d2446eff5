using System.Globalization;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Paper;

/// <summary>The comparison as a table.</summary>
public static class PaperTable
{
    private static readonly string[] _heads =
        ["table", "data set", "method", "setting", "metric", "ours", "paper", "Δ", "verdict", "remark"];

    private static readonly string[] _notes =
    [
        "Ours are the best over thresholds and epochs on the reported queries, as the paper's are (an oracle); "
        + "± is the half width of the 95 % t-interval over episodes.",
        "Verdicts: inside = the paper's number lies in our interval; within 1 pt = the difference is at most 0.01; "
        + "off = it is larger; – = not comparable, and the remark says why.",
    ];

    /// <summary>The table, one line a row.</summary>
    public static ResultTable Of(IReadOnlyList<PaperRow> rows) =>
        new("paper", "Ours and the paper's", _heads, [.. rows.Select(Cells)], _notes);

    /// <summary>The short word for a verdict.</summary>
    public static string Of(PaperVerdict verdict) => verdict switch
    {
        PaperVerdict.InsideInterval => "inside",
        PaperVerdict.WithinOnePoint => "within 1 pt",
        PaperVerdict.Off => "off",
        _ => "–",
    };

    private static TableCell[] Cells(PaperRow row)
    {
        PublishedValue paper = row.Published;
        string setting = string.Create(CultureInfo.InvariantCulture, $"{paper.Ways}w{paper.Shots}s");
        return
        [
            new(paper.Table),
            new(paper.Dataset),
            new(row.Method),
            new(setting),
            new(paper.Metric),
            new(new SummaryValue(row.Ours, row.Ci95).ToString(), row.Ours),
            new(paper.Value.ToString("0.0###", CultureInfo.InvariantCulture), paper.Value),
            new(row.Difference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture), row.Difference),
            new(Of(row.Verdict)),
            new(row.Reason),
        ];
    }
}
