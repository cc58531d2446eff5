using System.Text;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes a table as LaTeX (booktabs), the best of each group in bold, to be taken in with <c>\input</c>. What
/// fits on a line and a page is one tabular, also for a table environment; what does not is several below each other,
/// each with the heads and the names of the rows, and pages may break between them.</summary>
internal static class LatexTable
{
    /// <summary>The tabulars, and their footnotes below them; notes are comments above.</summary>
    public static string Write(ResultTable table)
    {
        var text = new StringBuilder("% \\usepackage{booktabs}\n");
        text.Append("% ").Append(OneLine(table.Caption)).Append('\n');
        foreach (string note in table.Notes)
        {
            text.Append("% ").Append(OneLine(note)).Append('\n');
        }

        if (Texts(table).Any(LatexText.HasNumbers))
        {
            text.Append("% <U+...> stands for a character that pdflatex has no sign for\n");
        }

        var layout = new LatexLayout(table);
        bool isOne = layout is { IsSmall: false, Parts.Count: 1, Blocks.Count: 1 };
        string small = layout.IsSmall ? "\\footnotesize\\setlength{\\tabcolsep}{3pt}" : "";
        text.Append(isOne ? "" : $"\\begingroup{small}\\noindent\n");
        bool isFirst = true;
        foreach (Range rows in layout.Blocks)
        {
            foreach (LatexPart part in layout.Parts)
            {
                text.Append(isFirst ? "" : "\\par\\medskip\\noindent\n");
                Append(text, table, layout, rows, part);
                isFirst = false;
            }
        }

        text.Append(isOne ? "" : "\\par\\endgroup\n");
        Append(text, table.Legend);
        return text.ToString();
    }

    private static IEnumerable<string> Texts(ResultTable table) => table.Heads
        .Concat(table.Rows.SelectMany(row => row.Select(cell => cell.Text)))
        .Concat(table.Legend.Select(remark => remark.Text));

    // Paragraphs, between which pages may break.
    private static void Append(StringBuilder text, IReadOnlyList<TableRemark> legend)
    {
        if (legend.Count == 0)
        {
            return;
        }

        text.Append("\\par\\smallskip\\begingroup\\footnotesize\\raggedright\n");
        foreach (TableRemark remark in legend)
        {
            text.Append($"\\noindent\\textit{{{remark.Key}}}: {LatexText.Escape(remark.Text)}\\par\n");
        }

        text.Append("\\endgroup\n");
    }

    private static void Append(StringBuilder text, ResultTable table, LatexLayout layout, Range rows, LatexPart part)
    {
        IReadOnlyList<int> columns = part.Columns;
        // \raggedright in a last column takes \\ for itself.
        string end = columns.Any(layout.IsWrapped) ? "\\tabularnewline" : "\\\\";
        text.Append("\\begin{tabular}{").AppendJoin("", columns.Select(column => layout.Alignment(part, column)))
            .Append("}\n\\toprule\n");
        Append(text, columns.Select(column => Wrapped(layout, column, LatexText.Escape(table.Heads[column]))), end);
        text.Append("\\midrule\n");
        (int start, int count) = rows.GetOffsetAndLength(table.Rows.Count);
        for (int row = start; row < start + count; row++)
        {
            string group = layout.GroupOf(row);
            if (group.Length > 0 && (row == start || group != layout.GroupOf(row - 1)))
            {
                text.Append(row == start ? "" : "\\addlinespace\n").Append(
                    $"\\multicolumn{{{columns.Count}}}{{l}}{{\\textit{{{LatexText.Escape(group)}}}}} {end}\n");
            }

            Append(text, columns.Select(column => Wrapped(layout, column, Shown(table.Rows[row][column]))), end);
        }

        text.Append("\\bottomrule\n\\end{tabular}\n");
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells, string end) =>
        text.AppendJoin(" & ", cells).Append(' ').Append(end).Append('\n');

    private static string Shown(TableCell cell) =>
        cell.IsBest ? $"\\textbf{{{LatexText.Escape(cell.Text)}}}" : LatexText.Escape(cell.Text);

    private static string Wrapped(LatexLayout layout, int column, string cell) =>
        layout.IsWrapped(column) ? $"\\raggedright {cell}" : cell;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
