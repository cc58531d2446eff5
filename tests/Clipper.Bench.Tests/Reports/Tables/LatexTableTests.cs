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

    [ToolFact("pdflatex")]
    public void Long_and_wide_table_lies_within_the_pages_of_an_article()
    {
        using var folder = new TemporaryFolder();
        folder.Write("table.tex", LatexTable.Write(Long(rows: 200)));
        folder.Write(
            "page.tex",
            "\\documentclass[a4paper]{article}\\usepackage{booktabs}\\begin{document}\n"
            + "Text.\n\n\\input{table}\n\\end{document}\n");

        (int exitCode, string output) = Tool.Run(
            "pdflatex", folder.Path, "-interaction=nonstopmode", "-halt-on-error", "page.tex");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("Overfull", File.ReadAllText(folder.Combine("page.log")), StringComparison.Ordinal);
        Assert.Matches(@"page\.pdf \(\d\d pages", output);
    }

    [Fact]
    public void Long_table_goes_on_in_tabulars_of_a_page_with_its_heads_and_the_name_of_the_group()
    {
        string[] tabulars = LatexTable.Write(Long(rows: 200)).Split(@"\begin{tabular}")[1..];

        Assert.All(tabulars, tabular =>
        {
            Assert.Matches(@"\\toprule\nmethod &", tabular);
            Assert.Contains(@"\textit{omniglot-evaluation $\cdot$ vit-tiny-patch16-224 $\cdot$ step ", tabular,
                StringComparison.Ordinal);
            Assert.InRange(tabular.Split("method with a name, ").Length - 1, 1, 54);
        });
        Assert.All(Enumerable.Range(0, 200), i => Assert.Contains(
            tabulars, tabular => tabular.Contains($"name, {i} & \\textbf{{$-$0.0327", StringComparison.Ordinal)));
    }

    [Fact]
    public void Wide_table_goes_on_below_with_the_names_of_its_rows()
    {
        string[] datasets = [.. Enumerable.Range(1, 6).Select(i => $"data set {i}")];
        var table = new ResultTable(
            "t", "A caption", ["method and metric", .. datasets, "gap"],
            [[new("MWI (F1)"), .. datasets.Select(_ => new TableCell("0.5000 ± 0.0100", 0.5)), new("–")]], []);

        string[] lines = LatexTable.Write(table).Split('\n');

        Assert.Equal(
            [
                "method and metric & data set 1 & data set 2 & data set 3 & data set 4 \\\\",
                "method and metric & data set 5 & data set 6 & gap \\\\",
            ],
            lines.Where(line => line.StartsWith("method", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.StartsWith("MWI (F1) & 0.5000", StringComparison.Ordinal)));
        Assert.Contains(@"\begin{tabular}{lrrrr}", lines);
        Assert.Contains(@"\begingroup\footnotesize\setlength{\tabcolsep}{3pt}\noindent", lines);
    }

    [Fact]
    public void Footnotes_stand_below_the_last_tabular_and_can_be_read()
    {
        var table = new ResultTable("t", "A caption", ["method", "remark"], [[new("mwi"), new("a")]], [])
        {
            Legend = [new("all rows", "100 % of it"), new("a", "a_b")],
        };

        string below = LatexTable.Write(table).Split(@"\end{tabular}")[^1];

        Assert.Contains("\\noindent\\textit{all rows}: 100 \\% of it\\par\n", below, StringComparison.Ordinal);
        Assert.Contains("\\noindent\\textit{a}: a\\_b\\par\n", below, StringComparison.Ordinal);
        Assert.DoesNotContain("textit", LatexTable.Write(table with { Legend = [] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-0.0327 ± 0.0100", @"$-$0.0327 $\pm$ 0.0100")]
    [InlineData("(-1.5)", "($-$1.5)")]
    [InlineData("vit-tiny-patch16-224", "vit-tiny-patch16-224")]
    public void Minus_of_a_number_is_no_hyphen(string text, string expected) =>
        Assert.Equal(expected, LatexText.Escape(text));

    [Fact]
    public void Long_texts_take_several_lines()
    {
        string names = string.Join(", ", Enumerable.Range(0, 12).Select(i => $"a method {i}"));
        var table = new ResultTable("t", "A caption", ["method", "tied with"], [[new("mwi"), new(names)]], []);

        string text = LatexTable.Write(table);

        Assert.Matches(@"\\begin\{tabular\}\{lp\{\d+pt\}\}", text);
        Assert.Contains($@"mwi & \raggedright {names} \tabularnewline", text, StringComparison.Ordinal);
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

    private static ResultTable Long(int rows) => new(
        "t", "A caption", ["data set", "model", "step", "method", "a − b", "accuracy", "micro-F1", "tied with"],
        [
            .. Enumerable.Range(0, rows).Select(i => new TableCell[]
            {
                new("omniglot-evaluation"), new("vit-tiny-patch16-224"), new($"{i / 70}"),
                new($"method with a name, {i}"), new("-0.0327 ± 0.0100", -0.0327, IsBest: true),
                new("0.5000 ± 0.0100", 0.5, IsBest: true), new("0.5000 ± 0.0100", 0.5),
                new(string.Join(", ", Enumerable.Repeat("another method", i % 7))),
            }),
        ],
        [])
    {
        GroupColumns = 3,
    };
}
