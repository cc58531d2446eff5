using System.Text;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Writes a table as LaTeX (booktabs), the best of each group in bold: a tabular to put into a table
/// environment with <c>\input</c>.</summary>
internal static class LatexTable
{
    private const string Nothing = "–";
    private const int ColumnGap = 2;
    private const int PageLetters = 80;

    /// <summary>The tabular; notes are comments above it.</summary>
    public static string Write(ResultTable table) => Write(table, [[.. Enumerable.Range(0, table.Heads.Count)]]);

    /// <summary>A table whose first column names the rows: as one tabular where it fits on a page of about 14 cm in 10
    /// points, else as several below each other, each with the names of the rows.</summary>
    public static string WriteParts(ResultTable table)
    {
        int[] widths =
        [
            .. table.Heads.Select((head, column) =>
                ColumnGap + table.Rows.Select(row => row[column].Text.Length).Append(head.Length).Max()),
        ];
        List<int[]> parts = [[0]];
        for (int column = 1; column < widths.Length; column++)
        {
            bool fits = parts[^1].Length == 1 || parts[^1].Sum(i => widths[i]) + widths[column] <= PageLetters;
            parts = fits ? [.. parts[..^1], [.. parts[^1], column]] : [.. parts, [0, column]];
        }

        return Write(table, parts);
    }

    private static string Write(ResultTable table, List<int[]> parts)
    {
        var text = new StringBuilder("% \\usepackage{booktabs}\n");
        text.Append("% ").Append(OneLine(table.Caption)).Append('\n');
        foreach (string note in table.Notes)
        {
            text.Append("% ").Append(OneLine(note)).Append('\n');
        }

        for (int i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? "\\par\\medskip\\noindent\n" : "");
            Append(text, table, parts[i]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ResultTable table, int[] columns)
    {
        text.Append("\\begin{tabular}{").AppendJoin("", columns.Select(column => Alignment(table, column)))
            .Append("}\n\\toprule\n");
        Append(text, columns.Select(column => Escape(table.Heads[column])));
        text.Append("\\midrule\n");
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            Append(text, columns.Select(column => row[column])
                .Select(cell => cell.IsBest ? $"\\textbf{{{Escape(cell.Text)}}}" : Escape(cell.Text)));
        }

        text.Append("\\bottomrule\n\\end{tabular}\n");
    }

    // Numbers, and columns of gaps alone, to the right, texts to the left.
    private static char Alignment(ResultTable table, int column) =>
        table.Rows.Any(row => row[column].Number is not null) || table.Rows.All(row => row[column].Text == Nothing)
        ? 'r' : 'l';

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
