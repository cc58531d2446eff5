using Clipper.Bench.Reports.Tables;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Tables;

public sealed class LatexTextTests
{
    // Labels that people write, then every sign of the blocks where letters, punctuation and mathematics are.
    private static readonly string[] _labels =
    [
        "mwi α=0.5", "日本語", "🙂 best", "≈ 0.5", "n → ∞", "σ²", "Łódź, Müller, Ångström, ąęį", "a--b", "[x]",
        "*wi*", "“q” ‘r’ „s“ «t»", "x\u0301", "\u0001", "\uD800", "tab\tbed", "``q''",
        .. Enumerable.Range(0, 0x2300 / 64).Select(i => Signs(64 * i, 64)), Signs(0x2600, 0x200), Signs(0x3000, 64),
    ];

    [Theory]
    [InlineData("mwi α=0.5 ≈ ∞", @"mwi $\alpha$=0.5 $\approx$ $\infty$")]
    [InlineData("ΑΩµ", @"A$\Omega$$\mu$")]
    [InlineData("日", "$<$U+65E5$>$")]
    [InlineData("🙂", "$<$U+1F642$>$")]
    [InlineData("ą é ł", "$<$U+0105$>$ é ł")]
    [InlineData("[a] *b* `c`", "{[}a] {*}b{*} {`}c{`}")]
    [InlineData("a--b", "a-{}-b")]
    public void Signs_are_commands_and_what_has_none_is_its_number(string text, string expected) =>
        Assert.Equal(expected, LatexText.Escape(text));

    [Fact]
    public void Half_of_a_pair_is_a_number_too() => Assert.Equal("a$<$U+FFFD$>$b", LatexText.Escape("a\uD800b"));

    [Fact]
    public void Every_character_is_shown_somehow() =>
        Assert.All(_labels.SelectMany(label => label), c =>
            Assert.True(LatexText.Escape($"{c}").Length > 0 && LatexText.WidthOf($"{c}") > 0));

    [Fact]
    public void Table_says_what_the_numbers_are_where_it_has_some()
    {
        const string note = "% <U+...> stands for a character that pdflatex has no sign for\n";

        Assert.Contains(note, LatexTable.Write(Table(["日"])), StringComparison.Ordinal);
        Assert.DoesNotContain(note, LatexTable.Write(Table(["mwi α=0.5 ≈ é"])), StringComparison.Ordinal);
    }

    [ToolFact("pdflatex")]
    public void Every_label_compiles_wherever_it_stands()
    {
        using var folder = new TemporaryFolder();
        folder.Write("table.tex", LatexTable.Write(Table(_labels)));
        folder.Write(
            "page.tex",
            "\\documentclass{article}\\usepackage[utf8]{inputenc}\\usepackage{booktabs}\\begin{document}\n"
            + "\\input{table}\n\\end{document}\n");

        (int exitCode, string output) = Tool.Run(
            "pdflatex", folder.Path, "-interaction=nonstopmode", "-halt-on-error", "page.tex");

        Assert.True(exitCode == 0, output[^Math.Min(2000, output.Length)..]);
        Assert.DoesNotContain(
            "Missing character", File.ReadAllText(folder.Combine("page.log")), StringComparison.Ordinal);
    }

    private static ResultTable Table(string[] labels) => new(
        "t", "A caption: 日 α", ["label", "bold", "value"],
        [
            .. labels.Select(label => new TableCell[]
            {
                new(label), new(label, IsBest: true), new("0.5000 ± 0.0100", 0.5),
            }),
        ],
        ["A note: 日 α"])
    {
        Legend = [.. labels.Select((label, i) => new TableRemark($"{i}", label))],
    };

    private static string Signs(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(value => (char)value));
}
