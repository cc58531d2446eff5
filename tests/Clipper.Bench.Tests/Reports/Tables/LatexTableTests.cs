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
