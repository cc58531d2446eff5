using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureLayoutTests
{
    private const float Largest = 13;

    [Fact]
    public void Short_title_stays_on_one_line_in_its_usual_size() =>
        Assert.Equal(("shapes · m", Largest), LayoutOf("shapes · m").TitleIn(Largest));

    [Fact]
    public void Long_title_goes_on_below_at_its_last_part()
    {
        (string text, float size) = LayoutOf(
            "Figure 3.1: state of the art, WI and MWI · vit-tiny-patch16-224").TitleIn(Largest);

        Assert.Equal("Figure 3.1: state of the art, WI and MWI\nvit-tiny-patch16-224", text);
        Assert.Equal(Largest, size);
    }

    [Fact]
    public void Title_that_is_too_long_even_so_is_written_smaller()
    {
        (string text, float size) = LayoutOf(new string('a', 90)).TitleIn(Largest);

        Assert.Equal(new string('a', 90), text);
        Assert.InRange(size, 5, Largest - 4);
    }

    [Fact]
    public void Names_are_crowded_where_they_are_too_many_or_too_long()
    {
        Assert.False(LayoutOf("t").IsCrowded(["SIG F1", "SIG CACC", "SIG TOP1", "SOFT ACC"]));
        Assert.True(LayoutOf("t").IsCrowded([.. Enumerable.Repeat("SIG CACC", 10)]));
        Assert.True(LayoutOf("t").IsCrowded([.. Enumerable.Repeat("a name of thirty letters or so", 3)]));
    }

    [Fact]
    public void Turned_names_take_the_height_of_the_longest()
    {
        string[] names = ["ten letter", "a"];

        Assert.Equal(0, LayoutOf("t").HeightOf(names, 0));
        Assert.Equal(67.2, LayoutOf("t").HeightOf(names, -90), 1e-9);
        Assert.Equal(33.6, LayoutOf("t").HeightOf(names, -30), 1e-9);
    }

    [Fact]
    public void Names_turn_only_where_they_are_crowded_and_as_little_as_the_first_one_allows()
    {
        string[] rest = [.. Enumerable.Repeat("MWI+T+A (trivial 10)", 8)];

        Assert.Equal(0, LayoutOf("t").TurnOf(["WI", "MWI"]));
        Assert.Equal(-35, LayoutOf("t").TurnOf(["WI", .. rest]));
        Assert.Equal(-60, LayoutOf("t").TurnOf(["CLIP linear probe", .. rest]));
        Assert.Equal(-90, LayoutOf("t").TurnOf(["a name that is far too long for that", .. rest]));
    }

    [Fact]
    public void Axis_has_room_for_its_names_as_they_are_turned()
    {
        string[] names = ["WI", .. Enumerable.Repeat("MWI+T+A (trivial 10)", 8)];
        double plain = LayoutOf("t").AxisHeightOf(["WI", "MWI"]);

        Assert.InRange(LayoutOf("t").AxisHeightOf(names) - plain, LayoutOf("t").HeightOf(names, -35), 100);
    }

    private static FigureLayout LayoutOf(string title) => new(title, width: 480, fontSize: 12);
}
