using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Paper;

/// <summary>The comparison for programs: unrounded numbers, one a column.</summary>
public static class PaperCsv
{
    private static readonly string[] _heads =
    [
        "table", "dataset", "variant", "method", "ways", "shots", "queries", "metric", "ours", "ci95", "n", "threshold",
        "epochs", "paper", "difference", "verdict", "remark", "status", "source",
    ];

    /// <summary>The table, one line a row, in the order of the rows.</summary>
    public static ResultTable Of(IReadOnlyList<PaperRow> rows)
    {
        PaperOrigin[] origins = PaperOrigin.Of(rows);
        return new ResultTable(
            "paper",
            "Ours and the paper's",
            [.. origins.Select(origin => origin.Head), .. _heads],
            [.. rows.Select(row => Cells(row, origins))],
            []);
    }

    private static TableCell[] Cells(PaperRow row, PaperOrigin[] origins)
    {
        (PublishedValue paper, RunRecord ours) = (row.Published, row.Record);
        return
        [
            .. origins.Select(origin => new TableCell(origin.Text(row))),
            new(paper.Table),
            new(paper.Dataset),
            new(ours.Variant),
            new(ours.Method),
            Number(paper.Ways),
            Number(paper.Shots),
            Number(ours.Queries),
            new(paper.Metric),
            Number(row.Ours),
            Number(row.Ci95),
            Number(ours.N),
            Number(ours.Threshold),
            Number(ours.Epochs),
            Number(paper.Value),
            Number(row.Difference),
            new(PaperTable.NameOf(row.Verdict)),
            new(row.Remark),
            new(paper.Status),
            new(paper.Source),
        ];
    }

    private static TableCell Number(double? number) => new(TableFile.Text(number), number);

    private static TableCell Number(int? number) => new(TableFile.Text(number), number);
}
