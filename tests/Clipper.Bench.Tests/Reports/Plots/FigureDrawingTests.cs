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

    private static IEnumerable<double> Bars(Plot plot) =>
        plot.PlottableList.OfType<ErrorBar>().SelectMany(bar => bar.Xs);

    private static Figure FigureOf(int places, int curves) => new(
        "f", "title", "x", "y", "caption",
        [
            .. Enumerable.Range(0, curves).Select(curve => new Curve(
                $"m{curve}", [.. Enumerable.Range(1, places).Select(x => new CurvePoint(x, 0.5, 0.1))])),
        ]);
}
