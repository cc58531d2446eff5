using System.Text;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes a table as LaTeX (booktabs), the best of each group in bold: a tabular to put into a table
/// environment with <c>\input</c>.</summary>
internal static class LatexTable
{
    /// <summary>The tabular; notes are comments above it.</summary>
    public static string Write(ResultTable table)
    {
        var text = new StringBuilder("% \\usepackage{booktabs}\n");
        text.Append("% ").Append(OneLine(table.Caption)).Append('\n');
        foreach (string note in table.Notes)
        {
            text.Append("% ").Append(OneLine(note)).Append('\n');
        }

        text.Append("\\begin{tabular}{").Append(Columns(table)).Append("}\n\\toprule\n");
        Append(text, table.Heads.Select(Escape));
        text.Append("\\midrule\n");
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            Append(text, row.Select(cell => cell.IsBest ? $"\\textbf{{{Escape(cell.Text)}}}" : Escape(cell.Text)));
        }

        return text.Append("\\bottomrule\n\\end{tabular}\n").ToString();
    }

    // Numbers to the right, texts to the left.
    private static string Columns(ResultTable table) => string.Concat(Enumerable.Range(0, table.Heads.Count)
        .Select(column => table.Rows.Any(row => row[column].Number is not null) ? 'r' : 'l'));

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(" & ", cells).Append(" \\\\\n");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{c}",
                '<' or '>' or '|' => $"${c}$",
                '±' => "$\\pm$",
                '×' => "$\\times$",
                '·' => "$\\cdot$",
                '−' => "$-$",
                '≤' => "$\\leq$",
                '…' => "\\ldots{}",
                '≥' => "$\\geq$",
                '→' => "$\\rightarrow$",
                'Δ' => "$\\Delta$",
                '–' => "--",
                '\r' or '\n' => " ",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
