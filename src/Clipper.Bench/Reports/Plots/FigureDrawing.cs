using System.Globalization;
using ScottPlot;

namespace Clipper.Bench.Reports.Plots;

/// <summary>Draws figures for a column of 8.5 cm: colours that colour-blind readers tell apart, a marker of its own a
/// curve, error bars for 95 % intervals, points of one place side by side, the legend below.</summary>
internal static class FigureDrawing
{
    /// <summary>Width in pixels: printed 8.5 cm wide, the smallest letters are 6 points.</summary>
    public const int Width = 480;

    private const int PlotHeight = 275;
    private const int MostNumberTicks = 20;
    private const double MostSpread = 0.5;
    private const double MostShift = 0.01;
    private const double FlatHeight = 0.1;
    private const float Text = 12;
    private const float Label = 13;

    // Wong 2011 without its yellow, which is faint on white, then three of Tol 2021; the order keeps neighbours apart.
    private static readonly Color[] _colors = Color.FromHex(
    [
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#882255", "#999933", "#7F7F7F",
    ]);

    private static readonly MarkerShape[] _markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
        MarkerShape.FilledTriangleDown,
    ];

    private static readonly LinePattern[] _patterns =
        [LinePattern.Solid, LinePattern.DenselyDashed, LinePattern.Dotted];

    /// <summary>How many colours curves have; more curves differ in markers and lines.</summary>
    public static int ColorCount => _colors.Length;

    /// <summary>Height in pixels: the plot with its title, the axis with its names, and the legend.</summary>
    public static int HeightOf(Figure figure) =>
        PlotHeight + (int)LayoutOf(figure).AxisHeightOf(figure.Categories) + LegendOf(figure).Height;

    /// <summary>The points of a curve whose intervals are drawn: of a dense one some, other ones of every curve, as
    /// bars at all of them would hide it.</summary>
    public static IReadOnlyList<CurvePoint> BarsOf(Curve curve)
    {
        int step = 1 + (curve.Points.Count / MostNumberTicks);
        return [.. curve.Points.Where((point, i) => i % step == curve.Style % step && point.Ci95 is not null)];
    }

    /// <summary>A plot that shows the figure; the caller owns it.</summary>
    public static Plot Draw(Figure figure)
    {
        var plot = new Plot();
        double[] places = [.. figure.Curves.SelectMany(c => c.Points).Select(p => p.X).Distinct().Order()];
        double shift = Shift(places, figure);
        for (int i = 0; i < figure.Curves.Count; i++)
        {
            double aside = (i - ((figure.Curves.Count - 1) / 2.0)) * shift;
            Curve[] parts = [.. Parts(figure, figure.Curves[i])];
            for (int part = 0; part < parts.Length; part++)
            {
                Add(plot, parts[part], LineOf(figure, figure.Curves[i].Style), aside, isNamed: part == 0);
            }
        }

        AddFloor(plot, figure.Floor);
        foreach (Level level in figure.Levels)
        {
            plot.Add.HorizontalLine(level.Y, 1, Colors.Gray, LinePattern.Dashed).LegendText =
                FigureLegend.Wrap(level.Label);
        }

        FigureLayout layout = LayoutOf(figure);
        (string title, float size) = layout.TitleIn(Label);
        plot.Title(title, size);
        plot.XLabel(figure.XLabel, Label);
        plot.YLabel(figure.YLabel, Label);
        SetTicks(plot, figure, places, layout);
        SetHeight(plot, figure);
        SetSizes(plot, figure, layout);
        return plot;
    }

    private static FigureLayout LayoutOf(Figure figure) => new(figure.Title, Width, Text);

    private static FigureLegend LegendOf(Figure figure) => new(
    [
        .. figure.Curves.Select(curve => curve.Label), figure.Floor?.Label ?? "",
        .. figure.Levels.Select(level => level.Label),
    ]);

    // The drawing library measures neither names that are turned nor a legend of several rows.
    private static void SetSizes(Plot plot, Figure figure, FigureLayout layout)
    {
        float axis = (float)layout.AxisHeightOf(figure.Categories);
        (plot.Axes.Bottom.MinimumSize, plot.Axes.Bottom.MaximumSize) = (axis, axis);
        var legend = plot.ShowLegend(Edge.Bottom);
        float height = LegendOf(figure).Height;
        (legend.MinimumSize, legend.MaximumSize) = (height, height);
    }

    // How far two curves stand apart: some pixels, and less where there are many curves. Of many places nothing, as the
    // points would leave their line. A place alone has a unit of the axis to itself.
    private static double Shift(double[] places, Figure figure)
    {
        if (places.Length is 0 or > MostNumberTicks)
        {
            return 0;
        }

        if (places.Length == 1)
        {
            return MostSpread / figure.Curves.Count;
        }

        double gap = places.Zip(places.Skip(1), (left, right) => right - left).Min();
        return Math.Min(MostSpread * gap / figure.Curves.Count, MostShift * (places[^1] - places[0] + gap));
    }

    // No line leads over a category without a value.
    private static IEnumerable<Curve> Parts(Figure figure, Curve curve)
    {
        int start = 0;
        for (int i = 1; figure.Categories.Count > 0 && i < curve.Points.Count; i++)
        {
            if (curve.Points[i].X > curve.Points[i - 1].X + 1)
            {
                yield return curve with { Points = [.. curve.Points.Take(i).Skip(start)], Floors = [] };
                start = i;
            }
        }

        yield return curve with { Points = [.. curve.Points.Skip(start)] };
    }

    // Categories have no order that a line could show.
    private static LinePattern? LineOf(Figure figure, int index) =>
        figure.IsDotted ? LinePattern.Dotted
        : figure.Categories.Count == 0 ? _patterns[index / _colors.Length % _patterns.Length]
        : null;

    private static void Add(
        Plot plot, Curve curve, LinePattern? pattern, double shift, bool isNamed)
    {
        int index = curve.Style;
        double[] xs = [.. curve.Points.Select(point => point.X + shift)];
        double[] ys = [.. curve.Points.Select(point => point.Mean)];
        Color color = _colors[index % _colors.Length];
        var line = plot.Add.Scatter(xs, ys, color);
        line.LegendText = isNamed ? FigureLegend.Wrap(curve.Label) : "";
        line.LineWidth = pattern is null ? 0 : 2;
        line.LinePattern = pattern ?? LinePattern.Solid;
        line.MarkerSize = curve.Points.Count > MostNumberTicks ? 3 : 7;
        line.MarkerShape = _markers[(index + (index / _colors.Length)) % _markers.Length];
        AddIntervals(plot, curve, shift);
        AddFloors(plot, curve.Floors, shift, color, "");
    }

    private static void AddFloor(Plot plot, Curve? floor)
    {
        if (floor is not null)
        {
            AddFloors(plot, floor.Points, 0, Colors.Gray, FigureLegend.Wrap(floor.Label));
        }
    }

    private static void AddFloors(
        Plot plot, IReadOnlyList<CurvePoint> points, double shift, Color color, string name)
    {
        if (points.Count > 0)
        {
            double[] xs = [.. points.Select(point => point.X + shift)];
            double[] ys = [.. points.Select(point => point.Mean)];
            var floors = plot.Add.Scatter(xs, ys, color);
            floors.LegendText = name;
            floors.LineWidth = 0;
            floors.MarkerShape = MarkerShape.Eks;
            floors.MarkerSize = 8;
            floors.MarkerStyle.LineWidth = 2;
        }
    }

    private static void AddIntervals(Plot plot, Curve curve, double shift)
    {
        IReadOnlyList<CurvePoint> bars = BarsOf(curve);
        if (bars.Count > 0)
        {
            plot.Add.ErrorBar(
                [.. bars.Select(point => point.X + shift)],
                [.. bars.Select(point => point.Mean)],
                [.. bars.Select(point => point.Ci95 ?? 0)]).Color = _colors[curve.Style % _colors.Length];
        }
    }

    // Values that are all the same would stand in the middle of a range that the axis does not have.
    private static void SetHeight(Plot plot, Figure figure)
    {
        CurvePoint[] points =
            [.. figure.Curves.SelectMany(curve => curve.Points.Concat(curve.Floors)), .. figure.Floor?.Points ?? []];
        if (points.DistinctBy(point => point.Mean).Count() == 1 && points.All(point => point.Ci95 is null or 0))
        {
            plot.Axes.SetLimitsY(points[0].Mean - FlatHeight, points[0].Mean + FlatHeight);
        }
    }

    private static void SetTicks(Plot plot, Figure figure, double[] all, FigureLayout layout)
    {
        double[] places = all;
        if (figure.Categories.Count > 0)
        {
            plot.Axes.Bottom.SetTicks(
                [.. Enumerable.Range(0, figure.Categories.Count).Select(i => (double)i)], [.. figure.Categories]);
            plot.Axes.SetLimitsX(-0.5, figure.Categories.Count - 0.5);
            if (layout.TurnOf(figure.Categories) is var turn and not 0)
            {
                plot.Axes.Bottom.TickLabelStyle.Rotation = turn;
                plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            }
        }
        else if (places.Length is > 0 and <= MostNumberTicks)
        {
            for (int step = 2; layout.IsCrowded([.. places.Select(Tick)]) && places.Length > 2; step++)
            {
                places = [.. all.Where((_, i) => i % step == 0)];
            }

            plot.Axes.Bottom.SetTicks(places, [.. places.Select(Tick)]);
            if (places.Length == 1)
            {
                plot.Axes.SetLimitsX(places[0] - 0.5, places[0] + 0.5);
            }
        }
    }

    private static string Tick(double x) => x.ToString("0.####", CultureInfo.InvariantCulture);
}
