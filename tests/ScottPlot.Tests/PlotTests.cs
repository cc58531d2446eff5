using System.Xml.Linq;
using Clipper.Testing;

namespace ScottPlot.Tests;

public sealed class PlotTests
{
    private static readonly double[] _two = [1, 2];

    public static TheoryData<string> Names => ["curves", "bars", "matrix"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Svg_drawn_twice_has_the_same_bytes(string name)
    {
        Assert.Equal(Figure(name).GetSvgXml(500, 350), Figure(name).GetSvgXml(500, 350));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Svg_is_well_formed_and_of_the_size_that_was_asked(string name)
    {
        XElement svg = XDocument.Parse(Figure(name).GetSvgXml(500, 350)).Root!;

        Assert.Equal("0 0 500 350", (string?)svg.Attribute("viewBox"));
    }

    [Fact]
    public void Texts_stand_in_the_svg_as_they_are()
    {
        XDocument svg = XDocument.Parse(Figures.Curves().GetSvgXml(600, 400));

        string text = string.Join('\n', svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.Contains("line \"0\" & <more>", text, StringComparison.Ordinal);
        Assert.Contains("shots (images a class)", text, StringComparison.Ordinal);
        Assert.Contains("chance", text, StringComparison.Ordinal);
        Assert.Contains("a note", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_in_the_svg_have_the_names_of_the_legend()
    {
        XDocument svg = XDocument.Parse(Figures.Curves().GetSvgXml(600, 400));

        IEnumerable<string> names = svg.Descendants().Where(IsSeries)
            .Select(g => g.Elements().FirstOrDefault(e => e.Name.LocalName == "title")?.Value ?? "");
        Assert.Equal(
            ["line \"0\" & <more>", "", "line \"1\" & <more>", "", "line \"2\" & <more>", "", "chance"], names);

        static bool IsSeries(XElement element) =>
            ((string?)element.Attribute("id"))?.StartsWith("series_", StringComparison.Ordinal) == true;
    }

    [Fact]
    public void Sizes_of_the_axis_and_the_legend_below_are_honoured()
    {
        using Plot plot = Figures.Bars();
        plot.Add.Scatter(_two, _two).LegendText = "s";
        plot.Axes.Bottom.MinimumSize = 100;
        plot.ShowLegend(Edge.Bottom).MinimumSize = 40;

        string script = new Gnuplot.FigureScript(plot, 300, 400).ForSvg();

        Assert.Contains("set bmargin at screen 0.35\n", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Alignment.MiddleRight, "right")]
    [InlineData(Alignment.MiddleCenter, "center")]
    [InlineData(Alignment.LowerLeft, "left")]
    public void Turned_names_have_the_alignment_that_is_asked(Alignment alignment, string side)
    {
        using Plot plot = Figures.Bars();
        plot.Axes.Bottom.TickLabelStyle.Rotation = -35;
        plot.Axes.Bottom.TickLabelStyle.Alignment = alignment;

        string script = new Gnuplot.FigureScript(plot, 300, 400).ForSvg();

        Assert.Contains($"rotate by 35 {side}\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_without_names_has_no_legend()
    {
        using Plot plot = Figures.Bars();
        plot.ShowLegend();

        Assert.Contains("unset key", new Gnuplot.FigureScript(plot, 300, 400).ForSvg(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("`touch /tmp/never`")]
    [InlineData("$(x) %s \\ ' \" {/Bold b} _x^2 @{x}")]
    public void Text_with_signs_of_gnuplot_is_only_text(string text)
    {
        using var plot = new Plot();
        plot.Title(text);
        plot.Add.Scatter(_two, _two).LegendText = text;

        XDocument svg = XDocument.Parse(plot.GetSvgXml(600, 400));

        string found = string.Concat(svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.Contains(text.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
            new string([.. found.Where(c => !char.IsWhiteSpace(c))]), StringComparison.Ordinal);
    }

    [Fact]
    public void Png_has_the_size_that_was_asked()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("plot.png");

        SavedImageInfo saved = Figures.Curves().SavePng(path, 320, 200);

        byte[] png = File.ReadAllBytes(path);
        Assert.Equal(png.Length, saved.FileSize);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(320, (png[18] << 8) | png[19]);
        Assert.Equal(200, (png[22] << 8) | png[23]);
    }

    [Fact]
    public void Plot_without_data_is_drawn_empty()
    {
        using var plot = new Plot();

        Assert.Contains("<svg", plot.GetSvgXml(300, 200), StringComparison.Ordinal);
    }

    [Fact]
    public void Point_that_is_not_a_number_leaves_a_gap()
    {
        using var plot = new Plot();
        plot.Add.ScatterLine(new double[] { 1, 2, 3, 4, 5 }, new[] { 1, 2, double.NaN, 4, 5 }, Colors.Black);

        Assert.Equal((0.8, 5.2), Limits(plot));
        Assert.Contains("<svg", plot.GetSvgXml(300, 200), StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_those_of_the_data_with_margins_until_they_are_set()
    {
        using var plot = new Plot();
        plot.Add.Scatter(new double[] { 0, 10 }, new double[] { 0, 1 });
        Assert.Equal((-0.5, 10.5), Limits(plot));

        plot.Axes.SetLimitsX(2, 3);
        Assert.Equal((2, 3), Limits(plot));
    }

    [Fact]
    public void Colours_of_new_plottables_follow_the_palette()
    {
        using var plot = new Plot();

        Color[] colors = [.. Enumerable.Range(0, 11).Select(_ => plot.Add.Scatter(0, 0).LineColor)];

        Assert.Equal("#1F77B4", colors[0].ToStringRGB());
        Assert.Equal("#FF7F0E", colors[1].ToStringRGB());
        Assert.Equal(colors[0], colors[10]);
    }

    private static (double Left, double Right) Limits(Plot plot)
    {
        AxisLimits limits = plot.Axes.Resolve(plot.PlottableList);
        return (Math.Round(limits.Left, 12), Math.Round(limits.Right, 12));
    }

    private static Plot Figure(string name) => name switch
    {
        "curves" => Figures.Curves(),
        "bars" => Figures.Bars(),
        _ => Figures.Matrix(),
    };
}
