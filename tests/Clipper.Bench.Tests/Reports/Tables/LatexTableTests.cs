using Clipper.Bench.Reports.Tables;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Tables;

public sealed class LatexTableTests
{
    [ToolFact("pdflatex")]
    public void Tabular_compiles()
    {
        const string signs = @"\x{y}~^$#%&_ < > | ± ≥ ≤ → Δ – − × · … é";
        using var folder = new TemporaryFolder();
        var table = new ResultTable(
            "t", $"A caption {signs}", ["a − b", "value_1 (%)"],
            [[new TableCell(signs, IsBest: true), new TableCell("0.5000 ± 0.0100", 0.5, IsBest: true)]], [signs]);
        folder.Write("table.tex", LatexTable.Write(table));
        folder.Write(
            "page.tex",
            "\\documentclass{article}\\usepackage{booktabs}\\begin{document}\\input{table}\\end{document}\n");

        (int exitCode, string output) = Tool.Run(
            "pdflatex", folder.Path, "-interaction=nonstopmode", "-halt-on-error", "page.tex");

        Assert.True(exitCode == 0, output);
        Assert.True(new FileInfo(folder.Combine("page.pdf")).Length > 1000);
    }

    [Fact]
    public void Wide_table_goes_on_below_with_the_names_of_its_rows()
    {
        string[] datasets = [.. Enumerable.Range(1, 6).Select(i => $"data set {i}")];
        var table = new ResultTable(
            "t", "A caption", ["method and metric", .. datasets, "gap"],
            [[new("MWI (F1)"), .. datasets.Select(_ => new TableCell("0.5000 ± 0.0100", 0.5)), new("–")]], []);

        string[] lines = LatexTable.WriteParts(table).Split('\n');

        Assert.Equal(
            [
                "method and metric & data set 1 & data set 2 & data set 3 \\\\",
                "method and metric & data set 4 & data set 5 & data set 6 & gap \\\\",
            ],
            lines.Where(line => line.StartsWith("method", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.StartsWith("MWI (F1) & 0.5000", StringComparison.Ordinal)));
        Assert.Contains(@"\begin{tabular}{lrrrr}", lines);
        Assert.Equal(LatexTable.Write(table).Split('\n').Length, LatexTable.WriteParts(table with
        {
            Heads = table.Heads.Take(3).ToArray(),
            Rows = [[.. table.Rows[0].Take(3)]],
        }).Split('\n').Length);
    }

    [Fact]
    public void Tabular_has_booktabs_rules_bold_best_and_escaped_texts()
    {
        var table = new ResultTable(
            "t", "A caption", ["method", "value"],
            [
                [new TableCell("50 % & a_b"), new TableCell("0.5000 ± 0.0100", 0.5, IsBest: true)],
                [new TableCell(@"\x{y}~^$#"), new TableCell("–")],
            ],
            ["A note."]);

        Assert.Equal(
            """
            % \usepackage{booktabs}
            % A caption
            % A note.
            \begin{tabular}{lr}
            \toprule
            method & value \\
            \midrule
            50 \% \& a\_b & \textbf{0.5000 $\pm$ 0.0100} \\
            \textbackslash{}x\{y\}\textasciitilde{}\textasciicircum{}\$\# & -- \\
            \bottomrule
            \end{tabular}

            """,
            LatexTable.Write(table));
    }
}
