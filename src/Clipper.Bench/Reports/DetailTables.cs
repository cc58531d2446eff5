using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using CsvHelper;

namespace Clipper.Bench.Reports;

/// <summary>The tables of single classes, tasks and samples that a run left as CSV, for the page: what is forgotten,
/// taken for something else, or wrong most often.</summary>
internal static class DetailTables
{
    private const int Most = 200;

    // By: the column whose largest values come first; without one, the order of the file.
    private static readonly (string File, string Caption, string? By)[] _tables =
    [
        ("tasks", "Every task after every step of the streams", null),
        ("forgetting", "What is forgotten, class by class", "forgetting"),
        ("confusion", "Confusion: what was taken for something else", "count"),
        ("classes", "Class by class", null),
        ("errors", "The samples that were wrong most often", "wrong"),
    ];

    /// <summary>Those that are there, at most 200 rows of each.</summary>
    public static IReadOnlyList<ResultTable> Read(ResultsFolder place) =>
    [
        .. from table in _tables
           let path = place.Table($"{table.File}.csv")
           where File.Exists(path)
           let read = Read(path, table.File, table.Caption, table.By)
           where read.Rows.Count > 0
           select read,
    ];

    private static ResultTable Read(string path, string id, string caption, string? by)
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
                rows.Add([.. heads.Select((_, column) => Cell(csv.GetField(column) ?? ""))]);
            }
        }

        int order = Array.IndexOf(heads, by);
        IEnumerable<TableCell[]> ordered =
            order < 0 ? rows : rows.OrderByDescending(row => row[order].Number ?? double.NegativeInfinity);
        string more = string.Create(
            CultureInfo.InvariantCulture,
            $"{Most} of {rows.Count} rows{(order < 0 ? "" : $", by {by}")}; tables/{id}.csv has everything.");
        return UsedColumns.Of(
            new ResultTable(id, caption, heads, [.. ordered.Take(Most)], rows.Count > Most ? [more] : []));
    }

    // What was taken for what it is would fill the head of the confusion.
    private static bool IsRight(CsvReader csv, string[] heads) =>
        heads.Contains("truth") && csv.GetField("truth") == csv.GetField("predicted");

    // Whole numbers as they are, others with the digits of all tables.
    private static TableCell Cell(string text) =>
        !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            || !double.IsFinite(number)
            ? new TableCell(text)
            : text.Contains('.', StringComparison.Ordinal)
                ? new TableCell(new SummaryValue(number, null).ToString(), number)
                : new TableCell(text, number);
}
