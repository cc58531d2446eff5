namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes tables in any format.</summary>
public static class TableFormats
{
    /// <summary>The table as text.</summary>
    public static string Write(ResultTable table, TableFormat format) => format switch
    {
        TableFormat.Csv => CsvTable.Write(table),
        TableFormat.Markdown => MarkdownTable.Write(table),
        _ => LatexTable.Write(table),
    };
}
