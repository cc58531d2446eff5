using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureStylesTests
{
    [Fact]
    public void One_name_has_one_style_in_all_figures()
    {
        int[][] styles = Styles(4, [["a", "b", "c"], ["c", "a"], ["d"]]);

        Assert.Equal([[0, 1, 2], [2, 0], [3]], styles);
    }

    [Fact]
    public void Colour_that_a_figure_has_already_gives_way_to_a_free_one_while_there_is_one()
    {
        int[][] styles = Styles(2, [["a", "b", "c"], ["a", "c"], ["c"]]);

        Assert.Equal([[0, 1, 2], [0, 3], [2]], styles);
    }

    [Fact]
    public void Curve_that_says_more_in_its_name_has_the_style_of_its_subject()
    {
        Figure[] figures = [Of(["x", "a"]), Of([]) with { Curves = [new Curve("a, 5 epochs", []) { Subject = "a" }] }];

        Assert.Equal(1, FigureStyles.Alike(figures, 10)[1].Curves.Single().Style);
    }

    private static int[][] Styles(int colors, string[][] names) =>
    [
        .. FigureStyles.Alike([.. names.Select(Of)], colors)
            .Select(figure => figure.Curves.Select(curve => curve.Style).ToArray()),
    ];

    private static Figure Of(string[] names) =>
        new("f", "title", "x", "y", "caption", [.. names.Select(name => new Curve(name, []))]);
}
