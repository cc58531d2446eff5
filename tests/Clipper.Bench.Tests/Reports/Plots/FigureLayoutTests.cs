using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureLayoutTests
{
    private const float Largest = 16;

    [Fact]
    public void Short_title_stays_on_one_line_in_its_usual_size() =>
        Assert.Equal(("shapes · m", Largest), LayoutOf("shapes · m").Title(Largest));

    [Fact]
    public void Long_title_goes_on_below_at_its_last_part()
    {
        (string text, float size) = LayoutOf(
            "Figure 3.1: state of the art, WI and MWI · vit-tiny-patch16-224").Title(Largest);

        Assert.Equal("Figure 3.1: state of the art, WI and MWI\nvit-tiny-patch16-224", text);
        Assert.Equal(Largest, size);
    }

    [Fact]
    public void Title_that_is_too_long_even_so_is_written_smaller()
    {
        (string text, float size) = LayoutOf(new string('a', 90)).Title(Largest);

        Assert.Equal(new string('a', 90), text);
        Assert.InRange(size, 5, Largest - 4);
    }

    [Fact]
    public void Names_are_crowded_where_a_long_legend_leaves_no_room()
    {
        string[] names = ["SIG F1", "SIG CACC", "SIG TOP1", "SOFT ACC"];

        Assert.False(LayoutOf("t", legend: "C10").IsCrowded(names));
        Assert.True(LayoutOf("t", legend: "MWI+T+A (non-trivial 10)").IsCrowded(names));
    }

    private static FigureLayout LayoutOf(string title, string legend = "C10") =>
        new(new Figure("n", title, "x", "y", "", [new Curve(legend, [])]), width: 640, fontSize: 15);
}
