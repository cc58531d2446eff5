using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Artefacts as tables: for people, as the paper's wide table without rounding, and one line a
/// value.</summary>
internal static class ArtefactTable
{
    private static readonly string[] _columns =
        ["row", "column", "value", "ci95", "n", "metric", "method", "threshold", "epochs", "chosen_on", "gap"];

    /// <summary>The table for people.</summary>
    /// <param name="grid">The artefact.</param>
    /// <param name="id">Name of its place in the page.</param>
    /// <param name="notes">What a reader must know besides the gaps.</param>
    public static ResultTable Of(ArtefactGrid grid, string id, IReadOnlyList<string> notes)
    {
        IReadOnlyList<TableCell>[] rows =
        [
            .. grid.Rows.Select((row, r) => (IReadOnlyList<TableCell>)
                [new TableCell(row, grid.Places[r]), .. grid.Values[r].Select(Cell)]),
        ];
        return new ResultTable(
            id,
            grid.Caption,
            [grid.Corner, .. grid.Columns],
            rows,
            [
                .. TableNotes.OfEpisodes(rows, [.. Sources(grid).Select(value => value.Record.N)]), .. Published(grid),
                .. notes, .. ChoiceNotes.Of([.. Sources(grid)]), .. grid.Gaps(),
            ]);
    }

    /// <summary>The values in the paper's rows and columns, unrounded; empty where there is none.</summary>
    public static string WideCsv(ArtefactGrid grid) => TableFile.CsvText(
        [grid.Corner, .. grid.Columns],
        grid.Rows.Select((row, r) => (IReadOnlyList<string>)
            [row, .. grid.Values[r].Select(value => TableFile.Text(value.Number))]));

    /// <summary>One line a value, with its interval, or why it is missing.</summary>
    public static string LongCsv(params IReadOnlyList<ArtefactGrid> grids) => TableFile.CsvText(
        _columns,
        from grid in grids
        from row in Enumerable.Range(0, grid.Rows.Count)
        from column in Enumerable.Range(0, grid.Columns.Count)
        select Fields(grid.Rows[row], grid.Columns[column], grid.Values[row][column]));

    /// <summary>Our values behind the cells.</summary>
    public static IEnumerable<ReportedValue> Sources(ArtefactGrid grid) =>
        grid.Values.SelectMany(row => row).Select(value => value.Source).OfType<ReportedValue>();

    private static string[] Published(ArtefactGrid grid) =>
        grid.Published() is { Count: > 0 } names
            ? [$"{string.Join(", ", names)}: numbers of other works, as the paper has them; not ours, without n and ±."]
            : [];

    private static TableCell Cell(ArtefactValue value) => new(value.ToString(), value.Number);

    private static IReadOnlyList<string> Fields(string row, string column, ArtefactValue value)
    {
        RunRecord? record = value.Source?.Record;
        return
        [
            row, column, TableFile.Text(value.Number), TableFile.Text(value.Ci95), TableFile.Text(record?.N),
            record?.Metric ?? "", record?.Method ?? "", TableFile.Text(record?.Threshold),
            TableFile.Text(record?.Epochs), ChoiceSourceText.Of(value.Source?.ChosenOn ?? ChoiceSource.Nothing),
            value.Absent.Length > 0 ? $"{value.Absent}: {value.Gap}" : value.Gap,
        ];
    }
}
