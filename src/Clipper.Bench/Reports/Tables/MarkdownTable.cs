using System.Text;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes a table as Markdown (GitHub's), the best of each group in bold.</summary>
internal static class MarkdownTable
{
    /// <summary>The table, its notes and its footnotes.</summary>
    public static string Write(ResultTable table)
    {
        var text = new StringBuilder();
        Append(text, table.Heads);
        Append(text, table.Heads.Select(_ => "---"));
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            Append(text, row.Select(cell => cell.IsBest ? $"**{cell.Text}**" : cell.Text));
        }

        foreach (string note in table.Notes)
        {
            text.Append('\n').Append(note).Append('\n');
        }

        foreach (TableRemark remark in table.Legend)
        {
            text.Append(remark == table.Legend[0] ? "\n" : "").Append($"- {remark.Key}: {remark.Text}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append("| ")
        .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))
        .Append(" |\n");
}
