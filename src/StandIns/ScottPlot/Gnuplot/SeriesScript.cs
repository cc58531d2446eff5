using System.Text;
using ScottPlot.Plottables;

namespace ScottPlot.Gnuplot;

/// <summary>The data blocks, labels and plot elements of plottables, in their order.</summary>
internal sealed class SeriesScript(AxisLimits limits, int width)
{
    // A gnuplot point of size 1 is about 8 pixels wide.
    private const float PointPixels = 8;

    private readonly StringBuilder _preamble = new();
    private readonly List<string> _elements = [];
    private readonly List<string> _titles = [];
    private int _blocks;

    /// <summary>What comes before the plot command.</summary>
    public string Preamble => _preamble.ToString();

    /// <summary>The arguments of the plot command; an empty figure draws nothing.</summary>
    public string Elements => _elements.Count > 0 ? string.Join(", \\\n  ", _elements) : "NaN notitle";

    /// <summary>Their names in the legend, in the same order; empty where they have none.</summary>
    public IReadOnlyList<string> Titles => _titles;

    /// <summary>The heat map, if there is one.</summary>
    public Heatmap? Heatmap { get; private set; }

    public void Add(IPlottable plottable)
    {
        switch (plottable)
        {
            case Scatter scatter:
                AddScatter(scatter);
                break;
            case ErrorBar bars:
                AddErrorBars(bars);
                break;
            case BarPlot plot:
                AddBars(plot);
                break;
            case Heatmap heatmap:
                AddHeatmap(heatmap);
                break;
            case HorizontalLine line:
                AddLine(line, [limits.Left, limits.Right], [line.Y, line.Y]);
                break;
            case VerticalLine line:
                AddLine(line, [line.X, line.X], [limits.Bottom, limits.Top]);
                break;
            case Text text:
                AddText(text);
                break;
            default:
                throw new NotSupportedException($"The stand-in does not draw {plottable.GetType().Name}.");
        }
    }

    private void AddScatter(Scatter scatter)
    {
        if (scatter.Xs.Length == 0)
        {
            return;
        }

        string data = Block(scatter.Xs.Select((x, i) => $"{Words.Of(x)} {Words.Of(scatter.Ys[i])}"));
        bool hasLine = scatter.LineStyle.CanBeRendered;
        bool hasMarkers = scatter.MarkerSize > 0 && scatter.MarkerShape != MarkerShape.None;
        string marker = $"pt {PointType(scatter.MarkerShape)} ps {Words.Of(scatter.MarkerSize, PointPixels)}";
        string style = (hasLine, hasMarkers) switch
        {
            (true, true) => $"with linespoints {Words.Of(scatter.LineStyle)} {marker}",
            (true, false) => $"with lines {Words.Of(scatter.LineStyle)}",
            _ => $"with points lw {Words.Of(scatter.MarkerStyle.LineWidth)} "
                + $"lc {Words.Of(scatter.MarkerFillColor)} {marker}",
        };
        Draw($"{data} using 1:2 {style}", scatter.LegendText);
    }

    private void AddErrorBars(ErrorBar bars)
    {
        if (bars.Xs.Count == 0 || bars.YErrorPositive is not { } above || bars.YErrorNegative is not { } below)
        {
            return;
        }

        IEnumerable<string> lines = bars.Xs.Select((x, i) =>
            $"{Words.Of(x)} {Words.Of(bars.Ys[i] - below[i])} {Words.Of(above[i] + below[i])}");
        AddWhiskers(lines, bars.CapSize, Words.Of(bars.LineStyle), bars.LegendText);
    }

    private void AddBars(BarPlot plot)
    {
        // One element a colour, so that each bar keeps its own; the legend names the first.
        string title = plot.LegendText;
        foreach (IGrouping<Color, Bar> bars in plot.Bars.Where(bar => bar.IsVisible).GroupBy(bar => bar.FillColor))
        {
            Bar first = bars.First();
            string data = Block(bars.Select(bar => string.Join(' ',
                Words.Of(bar.Position), Words.Of(bar.ValueBase), Words.Of(bar.Value), Words.Of(bar.Size / 2))));
            string border = first.LineStyle.CanBeRendered
                ? $"border lc {Words.Of(first.LineColor)} lw {Words.Of(first.LineWidth)}"
                : "noborder";
            Draw(
                $"{data} using 1:2:($1-$4):($1+$4):2:3 with boxxyerror "
                + $"fc {Words.Of(first.FillColor)} fs solid 1 {border}",
                title);
            title = "";
        }

        IEnumerable<string> errors = plot.Bars.Where(bar => bar.IsVisible && bar.Error > 0).Select(bar =>
            $"{Words.Of(bar.Position)} {Words.Of(bar.Value - bar.Error)} {Words.Of(2 * bar.Error)}");
        if (errors.Any())
        {
            AddWhiskers(errors, 5, $"lw 1 lc {Words.Of(Colors.Black)}", title);
        }
    }

    // Two-headed arrows with flat heads: gnuplot's own error bars wipe out the markers under them.
    private void AddWhiskers(IEnumerable<string> lines, float cap, string style, string title) => Draw(
        $"{Block(lines)} using 1:2:(0):3 with vectors heads nofilled size screen {Words.Of(cap, width)},90 {style}",
        title);

    private void AddHeatmap(Heatmap heatmap)
    {
        Heatmap = heatmap;
        int rows = heatmap.Intensities.GetLength(0);
        int columns = heatmap.Intensities.GetLength(1);
        IEnumerable<string> cells =
            from row in Enumerable.Range(0, rows)
            from column in Enumerable.Range(0, columns)
            select $"{column} {rows - 1 - row} {Words.Of(heatmap.Intensities[row, column])}";
        Draw($"{Block(cells)} using 1:2:3 with image pixels", "");
    }

    private void AddLine(AxisLine line, double[] xs, double[] ys)
    {
        string data = Block(xs.Select((x, i) => $"{Words.Of(x)} {Words.Of(ys[i])}"));
        Draw($"{data} using 1:2 with lines {Words.Of(line.LineStyle)}", line.LegendText);
    }

    private void AddText(Text text)
    {
        LabelStyle style = text.LabelStyle;
        string turned = style.Rotation == 0 ? "" : $" rotate by {Words.Of(-style.Rotation)}";
        _preamble.Append(
            $"set label {Words.Quote(style.Text)} at {Words.Of(text.Location.X)},{Words.Of(text.Location.Y)} "
            + $"{Words.SideOf(style.Alignment)}{turned} {Words.FontOf(style)} textcolor {Words.Of(style.ForeColor)} "
            + "front\n");
    }

    private void Draw(string element, string title)
    {
        _elements.Add($"{element} {(title.Length > 0 ? $"title {Words.Quote(title)}" : "notitle")}");
        _titles.Add(title);
    }

    private string Block(IEnumerable<string> lines)
    {
        string name = $"$d{++_blocks}";
        _preamble.Append(name).Append(" << EOD\n");
        foreach (string line in lines)
        {
            _preamble.Append(line).Append('\n');
        }

        _preamble.Append("EOD\n");
        return name;
    }

    private static int PointType(MarkerShape shape) => shape switch
    {
        MarkerShape.Cross => 1,
        MarkerShape.Eks => 2,
        MarkerShape.OpenSquare => 4,
        MarkerShape.FilledSquare => 5,
        MarkerShape.OpenCircle => 6,
        MarkerShape.OpenTriangleUp => 8,
        MarkerShape.FilledTriangleUp => 9,
        MarkerShape.OpenTriangleDown => 10,
        MarkerShape.FilledTriangleDown => 11,
        MarkerShape.OpenDiamond => 12,
        MarkerShape.FilledDiamond => 13,
        _ => 7,
    };
}
