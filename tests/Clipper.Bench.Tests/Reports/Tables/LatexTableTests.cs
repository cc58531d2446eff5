using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Tests.Reports.Tables;

public sealed class LatexTableTests
{
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
