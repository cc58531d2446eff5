using System.Globalization;
using ScottPlot;

namespace Clipper.Bench.Reports.Plots;

/// <summary>Draws figures: colours that colour-blind readers tell apart, a marker of its own a curve, error bars for
/// 95 % intervals.</summary>
internal static class FigureDrawing
{
    /// <summary>Width in pixels.</summary>
    public const int Width = 640;

    /// <summary>Height in pixels.</summary>
    public const int Height = 420;

    // At the width of a printed column, 8.5 cm, the smaller one is 5.7 points.
    private const float Text = 15;
    private const float Label = 16;

    private const int MostNumberTicks = 20;
    private const float TurnedTicks = -25;

    // Wong 2011 without its yellow, which is faint on white; the order keeps neighbours apart.
    private static readonly Color[] _colors = Color.FromHex(
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]);

    private static readonly MarkerShape[] _markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
        MarkerShape.FilledTriangleDown,
    ];

    private static readonly LinePattern[] _patterns =
        [LinePattern.Solid, LinePattern.DenselyDashed, LinePattern.Dotted];

    /// <summary>A plot that shows the figure; the caller owns it.</summary>
    public static Plot Draw(Figure figure)
    {
        var plot = new Plot();
        for (int i = 0; i < figure.Curves.Count; i++)
        {
            Add(plot, figure.Curves[i], i, LineOf(figure, i));
        }

        foreach (Level level in figure.Levels)
        {
            plot.Add.HorizontalLine(level.Y, 1, Colors.Gray, LinePattern.Dashed).LegendText = level.Label;
        }

        var layout = new FigureLayout(figure, Width, Text);
        (string title, float size) = layout.Title(Label);
        plot.Title(title, size);
        plot.XLabel(figure.XLabel, Label);
        plot.YLabel(figure.YLabel, Label);
        SetTicks(plot, figure, layout);
        plot.Legend.FontSize = Text;
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    // Categories have no order that a line could show.
    private static LinePattern? LineOf(Figure figure, int index) =>
        figure.IsDotted ? LinePattern.Dotted
        : figure.Categories.Count == 0 ? _patterns[index / _colors.Length % _patterns.Length]
        : null;

    private static void Add(Plot plot, Curve curve, int index, LinePattern? pattern)
    {
        double[] xs = [.. curve.Points.Select(point => point.X)];
        double[] ys = [.. curve.Points.Select(point => point.Mean)];
        Color color = _colors[index % _colors.Length];
        var line = plot.Add.Scatter(xs, ys, color);
        line.LegendText = curve.Label;
        line.LineWidth = pattern is null ? 0 : 2;
        line.LinePattern = pattern ?? LinePattern.Solid;
        line.MarkerSize = curve.Points.Count > MostNumberTicks ? 4 : 8;
        line.MarkerShape = _markers[index % _markers.Length];
        CurvePoint[] bars = [.. curve.Points.Where(point => point.Ci95 is not null)];
        if (bars.Length > 0)
        {
            plot.Add.ErrorBar(
                [.. bars.Select(point => point.X)],
                [.. bars.Select(point => point.Mean)],
                [.. bars.Select(point => point.Ci95 ?? 0)]).Color = color;
        }

        if (curve.Floors.Count > 0)
        {
            var floors = plot.Add.Scatter(
                [.. curve.Floors.Select(floor => floor.X)], [.. curve.Floors.Select(floor => floor.Mean)], color);
            floors.LineWidth = 0;
            floors.MarkerShape = MarkerShape.Eks;
            floors.MarkerSize = 8;
            floors.MarkerStyle.LineWidth = 2;
        }
    }

    private static void SetTicks(Plot plot, Figure figure, FigureLayout layout)
    {
        plot.Axes.Bottom.TickLabelStyle.FontSize = Text;
        plot.Axes.Left.TickLabelStyle.FontSize = Text;
        double[] all = [.. figure.Curves.SelectMany(c => c.Points).Select(p => p.X).Distinct().Order()];
        double[] places = all;
        if (figure.Categories.Count > 0)
        {
            plot.Axes.Bottom.SetTicks(
                [.. Enumerable.Range(0, figure.Categories.Count).Select(i => (double)i)], [.. figure.Categories]);
            plot.Axes.SetLimitsX(-0.5, figure.Categories.Count - 0.5);
            if (layout.IsCrowded(figure.Categories))
            {
                plot.Axes.Bottom.TickLabelStyle.Rotation = TurnedTicks;
            }
        }
        else if (places.Length is > 0 and <= MostNumberTicks)
        {
            for (int step = 2; layout.IsCrowded(places.Select(Tick)) && places.Length > 2; step++)
            {
                places = [.. all.Where((_, i) => i % step == 0)];
            }

            plot.Axes.Bottom.SetTicks(places, [.. places.Select(Tick)]);
        }
    }

    private static string Tick(double x) => x.ToString("0.####", CultureInfo.InvariantCulture);
}
