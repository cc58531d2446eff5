using System.Xml.Linq;
using Clipper.Bench.Reports.Html;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Tests.Reports.Html;

public sealed class HtmlReportTests
{
    private static readonly ReportContent _content = new()
    {
        Title = "a <run> & \"more\"",
        Summary = "wi on shapes.",
        Warnings = ["Random weights <b>."],
        Tables =
        [
            new ResultTable(
                "summary", "Results", ["method", "accuracy"],
                [
                    .. Enumerable.Range(0, 9).Select(i =>
                        new[] { new TableCell($"m{i}"), new TableCell("0.5", 0.5, i == 0) }),
                ],
                ["A note."]),
        ],
        Figures = [new DrawnFigure(new Figure("f", "A title", "x", "y", "A caption.", []), "<svg/>")],
        Failures = [new ReportFailure("cell", "System.Exception", "it <broke>", "clipper run x")],
        Provenance = [new("model", "weights 12")],
        Configuration = "name: t",
        Commands = ["clipper report ."],
    };

    [Fact]
    public void Texts_are_escaped()
    {
        string html = HtmlReport.Write(_content);

        Assert.Contains("<h1>a &lt;run&gt; &amp; &quot;more&quot;</h1>", html, StringComparison.Ordinal);
        Assert.Contains("it &lt;broke&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<run>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_asks_for_nothing_beyond_itself()
    {
        string html = HtmlReport.Write(_content);

        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" src=\"/", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Elements_are_nested_and_closed()
    {
        string html = HtmlReport.Write(_content);
        int start = html.IndexOf("<body>", StringComparison.Ordinal);
        string body = html[start..html.IndexOf("<script>", StringComparison.Ordinal)]
            .Replace(" hidden>", " hidden=\"\">", StringComparison.Ordinal);
        string closed = string.Concat(body.Split('\n').Select(CloseVoid)) + "</body>";

        XElement parsed = XElement.Parse(closed);

        Assert.Equal(["results", "plots", "failures", "provenance", "reproduce"],
            parsed.Descendants("section").Select(section => (string?)section.Attribute("id")));
        Assert.Equal(9, parsed.Descendants("tbody").Elements("tr").Count());
        Assert.Equal("m0", parsed.Descendants("tbody").Elements("tr").First().Value[..2]);
    }

    [Fact]
    public void Best_value_is_strong_numbers_carry_what_they_sort_by_and_pictures_say_what_they_show()
    {
        string html = HtmlReport.Write(_content);

        Assert.Contains(
            "<td class=\"number\" data-value=\"0.5\"><strong>0.5</strong></td>", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"A title: y by x, \"", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption>A caption.</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">method</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_without_content_are_left_out()
    {
        string html = HtmlReport.Write(_content with { Figures = [], Failures = [] });

        Assert.DoesNotContain("id=\"plots\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed cells", html, StringComparison.Ordinal);
    }

    // input and img have no end tag in HTML and need one in XML.
    private static string CloseVoid(string line) =>
        System.Text.RegularExpressions.Regex.Replace(line, "<(input|img)([^>]*[^/])>", "<$1$2/>") + "\n";
}
