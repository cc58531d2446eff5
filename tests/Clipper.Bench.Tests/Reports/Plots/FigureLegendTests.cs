using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureLegendTests
{
    private const string Long = "linear probe with l-bfgs over four values of c, chosen on other classes, standardised";

    [Fact]
    public void Short_name_stays_on_one_line() => Assert.Equal("linear-probe", FigureLegend.Wrap("linear-probe"));

    [Fact]
    public void Long_name_goes_on_below_at_a_space()
    {
        string[] lines = FigureLegend.Wrap(Long).Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Equal(Long, string.Join(' ', lines));
    }

    [Fact]
    public void Long_word_is_cut_and_loses_nothing()
    {
        string word = new('m', 120);

        string[] lines = FigureLegend.Wrap(word).Split('\n');

        Assert.Equal(word, string.Concat(lines));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 52));
    }

    [Fact]
    public void Figure_without_names_has_no_legend() => Assert.Equal(0, new FigureLegend([""]).Height);

    [Fact]
    public void One_long_name_gives_every_name_a_row()
    {
        string[] names = [.. Enumerable.Range(0, 9).Select(i => $"m{i}")];
        int packed = new FigureLegend(names).Height;
        int oneColumn = new FigureLegend([.. names, "a rather long method label, a"]).Height;

        Assert.InRange(oneColumn, packed + (7 * 17), packed + (9 * 25));
    }

    [Fact]
    public void Rows_are_as_high_as_the_longest_name() => Assert.Equal(
        17 * 3, new FigureLegend([Long, "a", "b"]).Height - new FigureLegend([new string('x', 50), "a", "b"]).Height);
}
