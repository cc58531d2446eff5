using System.Xml.Linq;
using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class SvgTextsTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("<title>Gnuplot</title>\n<desc>Produced by GNUPLOT</desc>\n")]
    [InlineData("")]
    public void Title_and_description_are_the_figures(string own)
    {
        XElement svg = Describe($"<svg\n xmlns=\"{_svg}\">\n{own}<g><title>wi</title></g></svg>", "a · b", "n = 5");

        Assert.Equal("a · b", svg.Elements(_svg + "title").Single().Value);
        Assert.Equal("n = 5", svg.Elements(_svg + "desc").Single().Value);
        Assert.Equal("wi", svg.Element(_svg + "g")!.Element(_svg + "title")!.Value);
    }

    [Fact]
    public void Signs_of_markup_stay_text_and_control_characters_go()
    {
        XElement svg = Describe($"<svg xmlns=\"{_svg}\"/>".Replace("/>", "></svg>"), "<b> & 'c' $1\u0001", "\"d\"");

        Assert.Equal("<b> & 'c' $1 ", svg.Element(_svg + "title")!.Value);
        Assert.Equal("\"d\"", svg.Element(_svg + "desc")!.Value);
    }

    private static XElement Describe(string svg, string title, string description) =>
        XElement.Parse(SvgTexts.Describe(svg, title, description), LoadOptions.PreserveWhitespace);
}
