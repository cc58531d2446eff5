using System.Xml.Linq;
using Clipper.Bench.Reports.Html;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Reports.Thumbnails;

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
        Confusion = new MatrixGroup(
            "Confusion", "How to read it.", "tables/confusion.csv",
            [
                new MatrixTable("a cell", "true \\ predicted", ["cat <b>", "dog"],
                    [
                        new MatrixRow("cat <b>", [new("8", 0.8, IsDiagonal: true), new("2", 0.2)]),
                        new MatrixRow("dog", [new("", double.NaN), new("5", 1, IsDiagonal: true)]),
                    ],
                    ""),
            ],
            1),
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

        Assert.Equal(["results", "plots", "mistakes", "failures", "provenance", "reproduce"],
            parsed.Descendants("section").Select(section => (string?)section.Attribute("id")));
        Assert.Equal(9 + 2, parsed.Descendants("tbody").Elements("tr").Count());
        Assert.Equal("m0", parsed.Descendants("tbody").Elements("tr").First().Value[..2]);
    }

    [Fact]
    public void Best_value_is_strong_numbers_carry_what_they_sort_by_and_pictures_say_what_they_show()
    {
        string html = HtmlReport.Write(_content);

        Assert.Contains(
            "<td class=\"n\" data-value=\"0.5\"><strong>0.5</strong></td>", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"A title: y by x, \"", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption>A caption.</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">method</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Matrix_has_heads_for_rows_and_columns_and_a_number_and_a_colour_in_every_cell()
    {
        string html = HtmlReport.Write(_content);

        Assert.Contains("<caption>Confusion: a cell</caption>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"col\"><span>cat &lt;b&gt;</span></th><th scope=\"col\"><span>dog</span></th>", html,
            StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"row\">cat &lt;b&gt;</th><td class=\"h8 d\">8</td><td class=\"h2\">2</td>", html,
            StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"row\">dog</th><td></td><td class=\"h9 d\">5</td>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"tables/confusion.csv\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_2000_cells_stays_below_5_MB_whatever_they_hold()
    {
        var figure = new DrawnFigure(_content.Figures[0].Figure, new string('x', 120_000)) { File = "plots/<f>.svg" };
        TableCell[] row = [.. Enumerable.Range(0, 12).Select(i => new TableCell("0.5000 ± 0.0100 äöü", i))];
        var table = new ResultTable(
            "summary", "Results", [.. row.Select(_ => "h")], [.. Enumerable.Repeat(row, 9000)], []);
        var wide = new MatrixRow("a class", [.. Enumerable.Repeat(new MatrixCell("123", 1), 40)]);
        var matrix = new MatrixTable(
            "a cell", "c", [.. Enumerable.Repeat("a class", 40)], [.. Enumerable.Repeat(wide, 40)], "");
        var group = new MatrixGroup("t", "r", "tables/x.csv", [.. Enumerable.Repeat(matrix, 60)], 2000);
        var thumbnail = new Thumbnail("shapes", "single", "1.png", "a", "b", 3, 2, "1.png", "")
        {
            Png = new byte[27_000],
        };

        string html = HtmlReport.Write(_content with
        {
            Warnings = [.. Enumerable.Repeat("A note that is rather long, as notes are.", 5000)],
            Tables = [table, table with { Id = "b" }],
            Figures = [.. Enumerable.Repeat(figure with { Png = new byte[30_000] }, 600)],
            Streams = [group, group],
            Confusion = group,
            Mistakes = [table with { Id = "c" }, table with { Id = "d" }],
            More = [table with { Id = "e" }, table with { Id = "f" }],
            Thumbnails = [.. Enumerable.Range(0, 240).Select(i => thumbnail with { Dataset = $"d{i % 10}" })],
            Failures = [.. Enumerable.Repeat(_content.Failures[0], 2000)],
            Provenance = [.. Enumerable.Repeat(_content.Provenance[0], 5000)],
            Configuration = new string('c', 500_000),
        });

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 3_000_000, 5_000_000);
        Assert.Contains("of 9000 rows, so that the page stays small.", html, StringComparison.Ordinal);
        Assert.Contains("of 2000 cells, so that the page stays small.", html, StringComparison.Ordinal);
        Assert.Contains("more plots are beside the page", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"plots/&lt;f&gt;.svg\">", html, StringComparison.Ordinal);
        Assert.Contains("more are in cells/*.failed.json.", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"config.yaml\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_svg_as_far_as_the_others_still_fit_in_their_smaller_form()
    {
        DrawnFigure figure = Figure(svg: 600_000, png: 100_000);

        string few = HtmlReport.Write(_content with { Figures = [figure] });
        string many = HtmlReport.Write(_content with { Figures = [.. Enumerable.Repeat(figure, 20)] });

        Assert.Contains("data:image/svg+xml;base64,", few, StringComparison.Ordinal);
        Assert.Equal(2 + 1, many.Split("data:image/svg+xml;base64,").Length);
        Assert.Equal(18 + 1, many.Split("data:image/png;base64,").Length);
        Assert.DoesNotContain("more plots are beside the page", many, StringComparison.Ordinal);
    }

    [Fact]
    public void Plots_take_what_the_other_parts_leave_of_the_page()
    {
        DrawnFigure[] figures = [.. Enumerable.Repeat(Figure(svg: 40_000, png: 30_000), 70)];

        string html = HtmlReport.Write(_content with { Figures = figures });

        Assert.Equal(70 + 1, html.Split("data:image/svg+xml;base64,").Length);
        Assert.InRange(html.Length, 3_500_000, 4_500_000);
    }

    [Fact]
    public void Thumbnail_says_what_it_is_and_a_data_set_without_says_why()
    {
        string html = HtmlReport.Write(_content with
        {
            Thumbnails =
            [
                new Thumbnail("shapes", "multi", "1.png", "cat;dog", "", 3, 2, "1.png", "") { Png = new byte[] { 1 } },
                Thumbnail.Without("celeba", "", "its terms do not allow it"),
            ],
        });

        Assert.Contains(
            "<img src=\"data:image/png;base64,AQ==\" alt=\"1.png: cat, dog, taken for no class; wrong 2 of 3 times\">",
            html, StringComparison.Ordinal);
        Assert.Contains("<h4>celeba</h4>\n<p class=\"note\">No images: its terms do not allow it.</p>", html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_links_to_the_files_beside_the_page()
    {
        DrawnFigure figure = _content.Figures[0] with { File = "plots/a <b>.svg", Data = "plots/a <b>.csv" };

        string html = HtmlReport.Write(_content with { Figures = [figure] });

        Assert.Contains(
            "<a href=\"plots/a &lt;b&gt;.svg\">SVG</a>, <a href=\"plots/a &lt;b&gt;.png\">PNG</a>, "
            + "<a href=\"plots/a &lt;b&gt;.csv\">data (CSV)</a>",
            html, StringComparison.Ordinal);
        Assert.DoesNotContain("Beside the page", HtmlReport.Write(_content), StringComparison.Ordinal);
    }

    [Fact]
    public void Plots_that_could_not_be_drawn_are_not_passed_over()
    {
        string html = HtmlReport.Write(_content with { Figures = [], NoPlots = "no plots: gnuplot is missing" });

        Assert.Contains("<h2>Plots</h2>\n<p>No plots: gnuplot is missing.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#plots\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_is_called_after_its_table() => Assert.Contains(
        "<input type=\"search\" data-table=\"summary\" aria-label=\"Filter Results\">", HtmlReport.Write(_content),
        StringComparison.Ordinal);

    [Fact]
    public void Long_experiments_of_several_runs_are_named_by_their_files() => Assert.Contains(
        "<p>The experiments as they were run: a/config.yaml, b/config.yaml.</p>",
        HtmlReport.Write(_content with
        {
            Configuration = new string('c', 500_000),
            ConfigurationFiles = ["a/config.yaml", "b/config.yaml"],
        }),
        StringComparison.Ordinal);

    [Fact]
    public void Page_without_any_result_says_so()
    {
        string html = HtmlReport.Write(_content with { Tables = [_content.Tables[0] with { Rows = [] }] });

        Assert.Contains("<p>No cell has a result.</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"summary\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_without_content_are_left_out()
    {
        string html = HtmlReport.Write(_content with { Figures = [], Failures = [], Confusion = null });

        Assert.DoesNotContain("id=\"mistakes\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"plots\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed cells", html, StringComparison.Ordinal);
    }

    private static DrawnFigure Figure(int svg, int png) =>
        new(_content.Figures[0].Figure, new string('x', svg)) { Png = new byte[png] };

    // input and img have no end tag in HTML and need one in XML.
    private static string CloseVoid(string line) =>
        System.Text.RegularExpressions.Regex.Replace(line, "<(input|img|br)([^>]*?)/?>", "<$1$2/>") + "\n";
}
