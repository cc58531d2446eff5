namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes a table as CSV.</summary>
internal static class CsvTable
{
    /// <summary>The heads and the rows, as they are shown.</summary>
    public static string Write(ResultTable table) => TableFile.CsvText(
        table.Heads, table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)]));
}
