using Clipper.Bench.Reports.Tables;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Tables;

public sealed class MarkdownTableTests
{
    private static readonly string[] _hostile =
    [
        "<b>a</b>", "*wi*", "**b**", "_x_", "__init__", "[l](u)", "![p](q)", "$y$", "`c`", "~~s~~",
        "<script>x</script>", "a|b", @"a\|b", @"\*", "&lt;", "&#60;", "http://x.org", "www.x.org", "# no title",
        "- no item", "+T+A (F1)", "1. no", "2) no", "> no", "=== no", "mwi [seed=1]", "a #2",
        "<!-- c -->", "a <= b < c", "o_f1", "p < 0.0001", "R&D",
    ];

    [Theory]
    [InlineData("<b>a</b>", @"\<b>a\</b>")]
    [InlineData("*wi* [l](u) $y$", @"\*wi\* \[l](u) \$y\$")]
    [InlineData(@"a|b\c", @"a\|b\\c")]
    [InlineData("&lt; R&D & x", @"\&lt; R\&D & x")]
    [InlineData("http://x www.x", @"http\://x www\.x")]
    [InlineData("# a #2", @"\# a \#2")]
    [InlineData("1. a", @"1\. a")]
    [InlineData("+T+A (F1)", @"\+T+A (F1)")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("-0.0327 ± 0.01", @"\-0.0327 ± 0.01")]
    [InlineData("o_f1 < 0.05, vit-tiny-16, 0.5 to 1.5", "o_f1 < 0.05, vit-tiny-16, 0.5 to 1.5")]
    public void Markup_is_escaped_and_other_signs_stay(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.Escape(text));

    [ToolFact("cmark-gfm")]
    public void Every_text_is_read_back_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var table = new ResultTable(
            "t", "# <i>A</i> caption #", ["a_b", "*value*"],
            [.. _hostile.Select(text => new TableCell[] { new(text), new(text, IsBest: true) })], _hostile)
        {
            Legend = [.. _hostile.Select(text => new TableRemark("a", text))],
        };
        folder.Write("t.md", MarkdownTable.Write(table));

        (int exitCode, string html) = Tool.Run(
            "cmark-gfm", folder.Path, "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "t.md");

        Assert.True(exitCode == 0, html);
        Assert.StartsWith("<h1># &lt;i&gt;A&lt;/i&gt; caption #</h1>", html, StringComparison.Ordinal);
        foreach (string text in _hostile)
        {
            string shown = text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            Assert.Contains($"<td>{shown}</td>", html, StringComparison.Ordinal);
            Assert.Contains($"<td><strong>{shown}</strong></td>", html, StringComparison.Ordinal);
            Assert.Contains($"<p>{shown}</p>", html, StringComparison.Ordinal);
            Assert.Contains($"<li>a: {shown}</li>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Title_is_the_caption()
    {
        var table = new ResultTable("t", "A <b>caption</b>", ["a"], [[new("x", IsBest: true)]], ["A note."]);

        Assert.Equal(
            "# A \\<b>caption\\</b>\n\n| a |\n| --- |\n| **x** |\n\nA note.\n", MarkdownTable.Write(table));
    }
}
