using System.Text;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes a table as Markdown (GitHub's), the best of each group in bold.</summary>
internal static class MarkdownTable
{
    /// <summary>The table below its caption, its notes and its footnotes.</summary>
    public static string Write(ResultTable table)
    {
        var text = new StringBuilder($"# {MarkdownText.Escape(table.Caption)}\n\n");
        Append(text, table.Heads.Select(MarkdownText.Escape));
        Append(text, table.Heads.Select(_ => "---"));
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            Append(text, row.Select(Shown));
        }

        foreach (string note in table.Notes)
        {
            text.Append('\n').Append(MarkdownText.Escape(note)).Append('\n');
        }

        foreach (TableRemark remark in table.Legend)
        {
            text.Append(remark == table.Legend[0] ? "\n" : "")
                .Append($"- {MarkdownText.Escape(remark.Key)}: {MarkdownText.Escape(remark.Text)}\n");
        }

        return text.ToString();
    }

    // Stars around nothing would be shown.
    private static string Shown(TableCell cell)
    {
        string text = MarkdownText.Escape(cell.Text);
        return cell.IsBest && text.Length > 0 ? $"**{text}**" : text;
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
