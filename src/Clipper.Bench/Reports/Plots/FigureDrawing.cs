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
    private const int MostLetters = 58;
    private const int MostNumberTicks = 20;
    private const int MostTickLetters = 44;
    private const float TurnedTicks = -35;
    private const double MostSpread = 0.5;
    private const double MostShift = 0.01;

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

    /// <summary>Height in pixels: with room for the legend.</summary>
    public static int HeightOf(Figure figure)
    {
        string[] labels = [.. figure.Curves.Select(c => c.Label), .. figure.Levels.Select(level => level.Label)];
        int longest = labels.Length == 0 ? 0 : labels.Max(label => label.Length);
        int columns = Math.Max(1, (int)((Width - LegendMark) / (LegendMark + (longest * LegendLetter))));
        return PlainHeight + (LegendLine * ((labels.Length + columns - 1) / columns));
    }

    /// <summary>A plot that shows the figure; the caller owns it.</summary>
    public static Plot Draw(Figure figure)
    {
        var plot = new Plot();
        double[] places = [.. figure.Curves.SelectMany(c => c.Points).Select(p => p.X).Distinct().Order()];
        double shift = Shift(places, figure);
        for (int i = 0; i < figure.Curves.Count; i++)
        {
            Add(plot, figure.Curves[i], i, LineOf(figure, i), (i - ((figure.Curves.Count - 1) / 2.0)) * shift);
        }

        foreach (Level level in figure.Levels)
        {
            plot.Add.HorizontalLine(level.Y, 1, Colors.Gray, LinePattern.Dashed).LegendText = level.Label;
        }

        plot.Title(InLines(figure.Title), 13);
        plot.XLabel(figure.XLabel, 13);
        plot.YLabel(figure.YLabel, 13);
        SetTicks(plot, figure, places);
        plot.ShowLegend(Edge.Bottom);
        return plot;
    }

    // How far two curves stand apart: some pixels, and less where there are many curves. Of many places nothing, as the
    // points would leave their line.
    private static double Shift(double[] places, Figure figure)
    {
        if (places.Length is < 2 or > MostNumberTicks)
        {
            return 0;
        }

        double gap = places.Zip(places.Skip(1), (left, right) => right - left).Min();
        return Math.Min(MostSpread * gap / figure.Curves.Count, MostShift * (places[^1] - places[0] + gap));
    }

    // Categories have no order that a line could show.
    private static LinePattern? LineOf(Figure figure, int index) =>
        figure.IsDotted ? LinePattern.Dotted
        : figure.Categories.Count == 0 ? _patterns[index / _colors.Length % _patterns.Length]
        : null;

    private static void Add(Plot plot, Curve curve, int index, LinePattern? pattern, double shift)
    {
        double[] xs = [.. curve.Points.Select(point => point.X + shift)];
        double[] ys = [.. curve.Points.Select(point => point.Mean)];
        Color color = _colors[index % _colors.Length];
        var line = plot.Add.Scatter(xs, ys, color);
        line.LegendText = curve.Label;
        line.LineWidth = pattern is null ? 0 : 2;
        line.LinePattern = pattern ?? LinePattern.Solid;
        line.MarkerSize = curve.Points.Count > MostNumberTicks ? 3 : 7;
        line.MarkerShape = _markers[index % _markers.Length];

        // Of a dense curve some points, other ones of every curve; bars at all of them would hide it.
        int step = 1 + (curve.Points.Count / MostNumberTicks);
        int[] barred = [.. Enumerable.Range(0, curve.Points.Count).Where(i => i % step == index % step)];
        if (curve.Points.Any(point => point.Ci95 is not null))
        {
            plot.Add.ErrorBar(
                [.. barred.Select(i => xs[i])],
                [.. barred.Select(i => ys[i])],
                [.. barred.Select(i => curve.Points[i].Ci95 ?? 0)]).Color = color;
        }
    }

    private static string InLines(string title)
    {
        int cut = title.Length <= MostLetters ? -1 : title.LastIndexOf(' ', MostLetters);
        return cut <= 0 ? title : $"{title[..cut]}\n{title[(cut + 1)..]}";
    }

    private static void SetTicks(Plot plot, Figure figure, double[] places)
    {
        if (figure.Categories.Count > 0)
        {
            plot.Axes.Bottom.SetTicks(
                [.. Enumerable.Range(0, figure.Categories.Count).Select(i => (double)i)], [.. figure.Categories]);
            plot.Axes.SetLimitsX(-0.5, figure.Categories.Count - 0.5);
            if (figure.Categories.Sum(category => category.Length + 1) > MostTickLetters)
            {
                plot.Axes.Bottom.TickLabelStyle.Rotation = TurnedTicks;
            }
        }
        else if (places.Length is > 0 and <= MostNumberTicks)
        {
            plot.Axes.Bottom.SetTicks(
                places, [.. places.Select(x => x.ToString("0.####", CultureInfo.InvariantCulture))]);
        }
    }
}
