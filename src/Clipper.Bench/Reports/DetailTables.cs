using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using CsvHelper;

namespace Clipper.Bench.Reports;

/// <summary>The tables of single classes and samples that a run left as CSV, for the page: what is taken for something
/// else, or wrong most often.</summary>
internal static class DetailTables
{
    private const int Most = 200;

    private static readonly string[] _shares = ["recall", "precision", "f1"];

    // By: the column whose largest values, or smallest ones, come first.
    private static readonly (string File, string Caption, string By, bool IsSmallest)[] _tables =
    [
        ("confusion", "What was taken for something else most often", "count", false),
        ("classes", "Class by class, the worst first", "f1", true),
        ("errors", "The samples that were wrong most often", "wrong", false),
    ];

    /// <summary>Those that are there, at most 200 rows of each.</summary>
    public static IReadOnlyList<ResultTable> Read(ResultsFolder place) =>
    [
        .. from table in _tables
           let path = place.Table($"{table.File}.csv")
           where File.Exists(path)
           let read = Read(path, table.File, table.Caption, table.By, table.IsSmallest)
           where read.Rows.Count > 0
           select read,
    ];

    private static ResultTable Read(string path, string id, string caption, string by, bool isSmallest)
    {
        using var csv = new CsvReader(new StreamReader(path), CsvLayout.New());
        csv.Read();
        csv.ReadHeader();
        string[] heads = csv.HeaderRecord ?? [];
        var rows = new List<TableCell[]>();
        while (csv.Read())
        {
            if (!IsRight(csv, heads))
            {
                rows.Add([.. heads.Select((head, column) => Cell(head, csv.GetField(column) ?? ""))]);
            }
        }

        int order = Array.IndexOf(heads, by);
        double sign = isSmallest ? 1 : -1;
        IEnumerable<TableCell[]> ordered = rows.OrderBy(row => sign * (row[order].Number ?? 0));
        string more = string.Create(
            CultureInfo.InvariantCulture,
            $"{Most} of {rows.Count} rows, by {by}.");
        return UsedColumns.Of(
            new ResultTable(id, caption, heads, [.. ordered.Take(Most)], rows.Count > Most ? [more] : [])
            {
                File = $"tables/{id}.csv",
            });
    }

    // What was taken for what it is would fill the head of the confusion.
    private static bool IsRight(CsvReader csv, string[] heads) =>
        heads.Contains("truth") && csv.GetField("truth") == csv.GetField("predicted");

    // Counts as they are, shares with the digits of all tables; lists with room to break lines.
    private static TableCell Cell(string head, string text) =>
        !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            || !double.IsFinite(number)
            ? new TableCell(text.Replace(";", "; ", StringComparison.Ordinal))
            : _shares.Contains(head)
                ? new TableCell(new SummaryValue(number, null).ToString(), number)
                : new TableCell(text, number);
}
