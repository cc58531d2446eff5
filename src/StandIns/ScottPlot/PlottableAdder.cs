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

    public Scatter Scatter(double[] xs, double[] ys, Color? color = null) =>
        Added(new Scatter(xs, ys) { Color = color ?? GetNextColor() });

    public Scatter ScatterLine(double[] xs, double[] ys, Color? color = null)
    {
        Scatter scatter = Scatter(xs, ys, color);
        scatter.MarkerSize = 0;
        return scatter;
    }

    public Scatter ScatterPoints(double[] xs, double[] ys, Color? color = null)
    {
        Scatter scatter = Scatter(xs, ys, color);
        scatter.LineWidth = 0;
        return scatter;
    }

    public ErrorBar ErrorBar(IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<double> yErrors) =>
        Added(new ErrorBar(xs, ys, null, null, yErrors, yErrors) { Color = GetNextColor() });

    public BarPlot Bars(Bar[] bars) => Bars(bars.ToList());

    public BarPlot Bars(List<Bar> bars) => Added(new BarPlot(bars));

    public BarPlot Bars(double[] values) => Bars(Enumerable.Range(0, values.Length).Select(i => (double)i), values);

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

    public Text Text(string text, double x, double y) =>
        Added(new Text { LabelText = text ?? string.Empty, Location = new(x, y) });

    private T Added<T>(T plottable)
        where T : IPlottable
    {
        Plot.PlottableList.Add(plottable);
        return plottable;
    }
}
