using System.Globalization;
using ScottPlot;

namespace Clipper.Bench.Reports.Plots;

/// <summary>Draws figures for a column of 8.5 cm: colours that colour-blind readers tell apart, a marker of its own a
/// curve, error bars for 95 % intervals, points of one place side by side, the legend below.</summary>
internal static class FigureDrawing
{
    /// <summary>Width in pixels: printed 8.5 cm wide, the smallest letters are 6 points.</summary>
    public const int Width = 480;

    private const int PlainHeight = 330;
    private const int LegendLine = 17;
    private const int LegendMark = 44;
    private const double LegendLetter = 6.6;
    private const int MostNumberTicks = 20;
    private const float TurnedTicks = -35;
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

    /// <summary>Height in pixels: with room for the legend and for names that are turned.</summary>
    public static int HeightOf(Figure figure)
    {
        string[] labels = [.. figure.Curves.Select(c => c.Label), .. figure.Levels.Select(level => level.Label)];
        int longest = labels.Length == 0 ? 0 : labels.Max(label => label.Length);
        int columns = Math.Max(1, (int)((Width - LegendMark) / (LegendMark + (longest * LegendLetter))));
        var layout = new FigureLayout(figure.Title, Width, Text);
        double names = layout.IsCrowded(figure.Categories) ? layout.HeightOf(figure.Categories, TurnedTicks) : 0;
        return PlainHeight + (LegendLine * ((labels.Length + columns - 1) / columns)) + (int)names;
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

        foreach (Level level in figure.Levels)
        {
            plot.Add.HorizontalLine(level.Y, 1, Colors.Gray, LinePattern.Dashed).LegendText = level.Label;
        }

        var layout = new FigureLayout(figure.Title, Width, Text);
        (string title, float size) = layout.TitleIn(Label);
        plot.Title(title, size);
        plot.XLabel(figure.XLabel, Label);
        plot.YLabel(figure.YLabel, Label);
        SetTicks(plot, figure, places, layout);
        SetHeight(plot, figure);
        plot.ShowLegend(Edge.Bottom);
        return plot;
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
        line.LegendText = isNamed ? curve.Label : "";
        line.LineWidth = pattern is null ? 0 : 2;
        line.LinePattern = pattern ?? LinePattern.Solid;
        line.MarkerSize = curve.Points.Count > MostNumberTicks ? 3 : 7;
        line.MarkerShape = _markers[(index + (index / _colors.Length)) % _markers.Length];
        AddIntervals(plot, curve, shift);
        if (curve.Floors.Count > 0)
        {
            var floors = plot.Add.Scatter(
                [.. curve.Floors.Select(floor => floor.X + shift)], [.. curve.Floors.Select(floor => floor.Mean)],
                color);
            floors.LineWidth = 0;
            floors.MarkerShape = MarkerShape.Eks;
            floors.MarkerSize = 8;
            floors.MarkerStyle.LineWidth = 2;
        }
    }

    // Of a dense curve at some points, other ones of every curve; bars at all of them would hide it.
    private static void AddIntervals(Plot plot, Curve curve, double shift)
    {
        int index = curve.Style;
        int step = 1 + (curve.Points.Count / MostNumberTicks);
        CurvePoint[] bars =
            [.. curve.Points.Where((point, i) => i % step == index % step && point.Ci95 is not null)];
        if (bars.Length > 0)
        {
            plot.Add.ErrorBar(
                [.. bars.Select(point => point.X + shift)],
                [.. bars.Select(point => point.Mean)],
                [.. bars.Select(point => point.Ci95 ?? 0)]).Color = _colors[index % _colors.Length];
        }
    }

    // Values that are all the same would stand in the middle of a range that the axis does not have.
    private static void SetHeight(Plot plot, Figure figure)
    {
        CurvePoint[] points = [.. figure.Curves.SelectMany(curve => curve.Points.Concat(curve.Floors))];
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
            if (layout.IsCrowded(figure.Categories))
            {
                plot.Axes.Bottom.TickLabelStyle.Rotation = TurnedTicks;
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
