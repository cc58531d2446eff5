using ScottPlot.Panels;
using ScottPlot.Plottables;

namespace ScottPlot;

/// <summary>Creates plottables and adds them to the plot.</summary>
public class PlottableAdder(Plot plot)
{
    private int _nextColor;

    public Plot Plot { get; } = plot;

    /// <summary>Colours of new plottables.</summary>
    public IPalette Palette { get; set; } = new Palettes.Category10();

    public Color GetNextColor(bool incrementCounter = true)
    {
        _nextColor = Plot.PlottableList.Count == 0 ? 0 : _nextColor;
        Color color = Palette.GetColor(_nextColor);
        _nextColor += incrementCounter ? 1 : 0;
        return color;
    }

    public Scatter Scatter(double x, double y, Color? color = null) =>
        Scatter(new[] { x }, new[] { y }, color);

    public Scatter Scatter(double[] xs, double[] ys, Color? color = null) =>
        Added(new Scatter(xs, ys) { Color = color ?? GetNextColor() });

    public Scatter Scatter(Coordinates point, Color? color = null) => Scatter(point.X, point.Y, color);

    public Scatter Scatter(Coordinates[] coordinates, Color? color = null)
    {
        double[] xs = [.. coordinates.Select(at => at.X)];
        double[] ys = [.. coordinates.Select(at => at.Y)];
        return Scatter(xs, ys, color);
    }

    public Scatter Scatter(List<Coordinates> coordinates, Color? color = null) =>
        Scatter(coordinates.ToArray(), color);

    public Scatter Scatter<T1, T2>(T1[] xs, T2[] ys, Color? color = null) =>
        Scatter(Numbers.Of(xs), Numbers.Of(ys), color);

    public Scatter Scatter<T1, T2>(List<T1> xs, List<T2> ys, Color? color = null) =>
        Scatter(Numbers.Of(xs), Numbers.Of(ys), color);

    public Scatter ScatterLine(double[] xs, double[] ys, Color? color = null) => WithoutMarkers(Scatter(xs, ys, color));

    public Scatter ScatterLine(Coordinates[] coordinates, Color? color = null) =>
        WithoutMarkers(Scatter(coordinates, color));

    public Scatter ScatterLine(List<Coordinates> coordinates, Color? color = null) =>
        WithoutMarkers(Scatter(coordinates, color));

    public Scatter ScatterLine<T1, T2>(T1[] xs, T2[] ys, Color? color = null) => WithoutMarkers(Scatter(xs, ys, color));

    public Scatter ScatterLine<T1, T2>(List<T1> xs, List<T2> ys, Color? color = null) =>
        WithoutMarkers(Scatter(xs, ys, color));

    public Scatter ScatterPoints(double[] xs, double[] ys, Color? color = null) => WithoutLine(Scatter(xs, ys, color));

    public Scatter ScatterPoints(Coordinates[] coordinates, Color? color = null) =>
        WithoutLine(Scatter(coordinates, color));

    public Scatter ScatterPoints(List<Coordinates> coordinates, Color? color = null) =>
        WithoutLine(Scatter(coordinates, color));

    public Scatter ScatterPoints<T1, T2>(T1[] xs, T2[] ys, Color? color = null) => WithoutLine(Scatter(xs, ys, color));

    public Scatter ScatterPoints<T1, T2>(List<T1> xs, List<T2> ys, Color? color = null) =>
        WithoutLine(Scatter(xs, ys, color));

    public ErrorBar ErrorBar(IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<double> yErrors) =>
        Added(new ErrorBar(xs, ys, null, null, yErrors, yErrors) { Color = GetNextColor() });

    public BarPlot Bars(Bar[] bars) => Bars(bars.ToList());

    public BarPlot Bars(List<Bar> bars) => Added(new BarPlot(bars));

    public BarPlot Bars(double[] values) => Bars(Enumerable.Range(0, values.Length).Select(i => (double)i), values);

    public BarPlot Bars<T>(IEnumerable<double> positions, IEnumerable<T> values)
    {
        IEnumerable<double> heights = Numbers.Of(values);
        return Bars(positions, heights);
    }

    public BarPlot Bars(IEnumerable<double> positions, IEnumerable<double> values)
    {
        double[] places = [.. positions];
        double[] heights = [.. values];
        if (places.Length != heights.Length)
        {
            throw new ArgumentException($"{nameof(positions)} and {nameof(values)} have different lengths");
        }

        Color color = GetNextColor();
        return Bars(
            places.Zip(heights, (at, value) => new Bar { Position = at, Value = value, FillColor = color }).ToList());
    }

    public Heatmap Heatmap(double[,] intensities) => Added(new Heatmap(intensities));

    public ColorBar ColorBar(IHasColorAxis source, Edge edge = Edge.Right)
    {
        var bar = new ColorBar(source, edge);
        Plot.Axes.ColorBar = bar;
        return bar;
    }

    public HorizontalLine HorizontalLine(
        double y, float width = 2, Color? color = null, LinePattern pattern = default) =>
        Added(new HorizontalLine
        {
            LineWidth = width,
            LineColor = color ?? GetNextColor(),
            LinePattern = pattern,
            Y = y,
        });

    public VerticalLine VerticalLine(
        double x, float width = 2, Color? color = null, LinePattern pattern = default) =>
        Added(new VerticalLine
        {
            LineWidth = width,
            LineColor = color ?? GetNextColor(),
            LinePattern = pattern,
            X = x,
        });

    public Text Text(string text, Coordinates location) =>
        Added(new Text { LabelText = text ?? string.Empty, Location = location });

    public Text Text(string text, double x, double y) => Text(text, new Coordinates(x, y));

    private static Scatter WithoutMarkers(Scatter scatter)
    {
        scatter.MarkerSize = 0;
        return scatter;
    }

    private static Scatter WithoutLine(Scatter scatter)
    {
        scatter.LineWidth = 0;
        return scatter;
    }

    private T Added<T>(T plottable)
        where T : IPlottable
    {
        Plot.PlottableList.Add(plottable);
        return plottable;
    }
}
