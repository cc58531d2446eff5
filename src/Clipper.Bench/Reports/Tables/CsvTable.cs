using Clipper.Bench.Files;
using CsvHelper;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes a table as CSV.</summary>
internal static class CsvTable
{
    /// <summary>The heads and the rows, as they are shown.</summary>
    public static string Write(ResultTable table)
    {
        using var text = new StringWriter();
        using var csv = new CsvWriter(text, CsvLayout.New());
        csv.WriteFields(table.Heads);
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            csv.WriteFields([.. row.Select(cell => cell.Text)]);
        }

        csv.Flush();
        return text.ToString();
    }
}
