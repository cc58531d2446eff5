using Clipper.Bench.Reports.Plots;
using ScottPlot;
using ScottPlot.Plottables;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureDrawingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8)]
    [InlineData(3, 2)]
    [InlineData(3, 8)]
    public void Points_of_one_place_stand_side_by_side_and_nearer_to_it_than_to_another(int places, int curves)
    {
        using Plot plot = FigureDrawing.Draw(FigureOf(places, curves));

        double[] xs = [.. Bars(plot)];
        Assert.Equal(places * curves, xs.Distinct().Count());
        Assert.All(xs, x => Assert.InRange(Math.Abs(x - Math.Round(x)), 0, 0.25));
    }

    [Fact]
    public void Points_of_many_places_stay_on_their_line()
    {
        using Plot plot = FigureDrawing.Draw(FigureOf(45, 2));

        Assert.All(Bars(plot), x => Assert.Equal(Math.Round(x), x));
    }

    // The package does not measure these itself, and its default alignment puts turned names across the data.
    [Fact]
    public void Axis_and_legend_have_the_sizes_that_they_need_and_turned_names_end_at_their_places()
    {
        Figure figure = FigureOf(9, 10) with
        {
            Categories = [.. Enumerable.Range(0, 9).Select(i => $"MWI+T+A (trivial {i})")],
        };

        using Plot plot = FigureDrawing.Draw(figure);

        float axis = plot.Axes.Bottom.MinimumSize;
        Assert.Equal(axis, plot.Axes.Bottom.MaximumSize);
        Assert.Equal(Alignment.MiddleRight, plot.Axes.Bottom.TickLabelStyle.Alignment);
        Assert.InRange(FigureDrawing.HeightOf(figure) - axis - new FigureLegend(Names(figure)).Height, 250, 300);
        Assert.Equal(Names(figure), plot.PlottableList.OfType<Scatter>().Select(line => line.LegendText));
    }

    [Fact]
    public void Floor_that_all_curves_share_is_drawn_once_and_named()
    {
        Figure figure = FigureOf(3, 2) with { Floor = new Curve("floor", [new(1, 0.3, null), new(3, 0.4, null)]) };

        using Plot plot = FigureDrawing.Draw(figure);

        Scatter floor = Assert.Single(plot.PlottableList.OfType<Scatter>(), line => line.LegendText == "floor");
        Assert.Equal(MarkerShape.Eks, floor.MarkerShape);
        Assert.Equal(0, floor.LineWidth);
    }

    private static IEnumerable<string> Names(Figure figure) => figure.Curves.Select(curve => curve.Label);

    private static IEnumerable<double> Bars(Plot plot) =>
        plot.PlottableList.OfType<ErrorBar>().SelectMany(bar => bar.Xs);

    private static Figure FigureOf(int places, int curves) => new(
        "f", "title", "x", "y", "caption",
        [
            .. Enumerable.Range(0, curves).Select(curve => new Curve(
                $"m{curve}", [.. Enumerable.Range(1, places).Select(x => new CurvePoint(x, 0.5, 0.1))])),
        ]);
}
