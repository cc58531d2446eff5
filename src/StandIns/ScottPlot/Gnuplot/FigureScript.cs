using System.Text;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace ScottPlot.Gnuplot;

/// <summary>The gnuplot commands that draw a plot.</summary>
internal sealed class FigureScript(Plot plot, int width, int height)
{
    private const double RightMargin = 15;

    // Heights in sizes of the letters: of the rows of a legend, and of what the terminals take for a line.
    private const double LegendGap = 0.4;
    private const double LegendLine = 1.4;
    private const double SvgLine = 1.5;
    private const double PngLine = 1.17;

    private readonly StringBuilder _script = new();

    /// <summary>Names in the legend of what the script that was written last draws, in its order.</summary>
    public IReadOnlyList<string> Titles { get; private set; } = [];

    public string ForSvg() => Write(SvgLine, $"set terminal svg size {width},{height} {Font} {Background} noenhanced");

    public string ForPng() =>
        Write(PngLine, $"set terminal pngcairo size {width},{height} {Font} fontscale 0.75 {Background} noenhanced");

    // Gnuplot measures the margins below turned tick labels by the terminal's font.
    private string Font => Words.FontOf(plot.Axes.Bottom.TickLabelStyle);

    private double BottomSize => plot.Axes.Bottom.MinimumSize;

    private double LegendSize => plot.Axes.LegendPanel is { IsVisible: true, Edge: Edge.Bottom } panel
        ? panel.MinimumSize
        : 0;

    private string Background => plot.FigureBackground.Color.A == 0
        ? ""
        : $"background \"{plot.FigureBackground.Color.ToStringRGB()}\"";

    private string Write(double line, string terminal)
    {
        Line(terminal);
        Line("set encoding utf8");
        AxisLimits limits = plot.Axes.Resolve(plot.PlottableList);
        Line($"set xrange [{Words.Of(limits.Left)}:{Words.Of(limits.Right)}] noextend");
        Line($"set yrange [{Words.Of(limits.Bottom)}:{Words.Of(limits.Top)}] noextend");
        var series = new SeriesScript(limits, width);
        foreach (IPlottable plottable in plot.PlottableList.Where(item => item.IsVisible))
        {
            series.Add(plottable);
        }

        Titles = series.Titles;
        WriteFrame();
        WriteMargins();
        WriteLegend(line);
        WriteColors(series.Heatmap);
        _script.Append(series.Preamble);
        Line($"plot {series.Elements}");
        return _script.ToString();
    }

    private void WriteFrame()
    {
        Line("set border lw 1 lc rgb \"#00000000\"");
        Line("set tics nomirror out");
        Line(plot.HasGrid ? "set grid lt 1 lw 1 dt solid lc rgb \"#E6000000\"" : "unset grid");
        WriteText("title", plot.Axes.Title.IsVisible ? plot.Axes.Title.Label : new LabelStyle());
        WriteAxis("x", plot.Axes.Bottom);
        WriteAxis("y", plot.Axes.Left);
    }

    private void WriteAxis(string name, IAxis axis)
    {
        if (name != "x" || BottomSize == 0)
        {
            bool isTurned = axis.TickLabelStyle.Rotation != 0;
            WriteText($"{name}label", axis.Label, name == "x" && !isTurned ? " offset 0,0.4" : "");
        }

        string style = $"{Words.FontOf(axis.TickLabelStyle)} textcolor {Words.Of(axis.TickLabelStyle.ForeColor)}";
        float rotation = axis.TickLabelStyle.Rotation;
        string turned = rotation == 0
            ? ""
            : $" rotate by {Words.Of(-rotation)} {Words.SideOf(axis.TickLabelStyle.Alignment)}";
        Line($"set {name}tics {style}{turned}");
        if (axis.TickGenerator is NumericManual manual)
        {
            IEnumerable<string> ticks = manual.Ticks.Select(tick =>
                $"{Words.Quote(tick.Label)} {Words.Of(tick.Position)} {(tick.IsMajor ? 0 : 1)}");
            Line(manual.Ticks.Length == 0 ? $"unset {name}tics" : $"set {name}tics ({string.Join(", ", ticks)})");
        }
    }

    // What gnuplot takes for turned names on the right is far too much, and where it puts the title of an axis of given
    // size depends on a guess at the length of the names.
    private void WriteMargins()
    {
        if (plot.Axes.Bottom.TickLabelStyle.Rotation != 0 && plot.Axes.ColorBar is null
            && plot.Axes.LegendPanel?.Edge != Edge.Right)
        {
            Line($"set rmargin at screen {Words.Of(1 - (RightMargin / width))}");
        }

        LabelStyle label = plot.Axes.Bottom.Label;
        if (BottomSize > 0)
        {
            Line($"set bmargin at screen {Words.Of((BottomSize + LegendSize) / height)}");
            double middle = LegendSize + (label.FontSize / 2);
            string place = $" at graph 0.5, screen {Words.Of(middle / height)} center";
            WriteText("label", label, place);
        }
    }

    private void WriteText(string what, LabelStyle label, string more = "")
    {
        if (label.IsVisible && label.Text.Length > 0)
        {
            string style = $"{Words.FontOf(label)} textcolor {Words.Of(label.ForeColor)}{more}";
            Line($"set {what} {Words.Quote(label.Text)} {style}");
        }
    }

    private void WriteLegend(double line)
    {
        var font = new LabelStyle { FontSize = plot.Legend.FontSize ?? 12 };
        string direction = plot.Legend.Orientation == Orientation.Vertical ? "vertical" : "horizontal";
        int lines = Titles.Select(title => title.Split('\n').Length).DefaultIfEmpty(0).Max();
        string spacing = $"spacing {Words.Of((LegendGap + (lines * LegendLine)) / line)}";
        if (Titles.All(title => title.Length == 0))
        {
            Line("unset key");
        }
        else if (plot.Axes.LegendPanel is { IsVisible: true } panel)
        {
            string side = panel.Edge switch
            {
                Edge.Left => "lmargin center",
                Edge.Right => "rmargin center",
                Edge.Top => "tmargin center",
                _ => "bmargin center",
            };

            Line($"set key {side} {direction} Left reverse samplen 3 {spacing} {Words.FontOf(font)}");
        }
        else if (plot.Legend.IsVisible)
        {
            Line($"set key inside {Place(plot.Legend.Alignment)} {direction} Left reverse samplen 3 {spacing} "
                + $"opaque box lw 1 {Words.FontOf(font)}");
        }
        else
        {
            Line("unset key");
        }
    }

    private void WriteColors(Heatmap? heatmap)
    {
        if (heatmap is null)
        {
            return;
        }

        const int colors = 64;
        IEnumerable<string> steps = Enumerable.Range(0, colors).Select(i =>
            $"{i} \"{heatmap.Colormap.GetColor(i / (colors - 1.0)).ToStringRGB()}\"");
        Line($"set palette defined ({string.Join(", ", steps)})");
        if (heatmap.ManualRange is { } range)
        {
            Line($"set cbrange [{Words.Of(range.Min)}:{Words.Of(range.Max)}]");
        }

        if (plot.Axes.ColorBar is { IsVisible: true } bar)
        {
            string label = $"set cblabel {Words.Quote(bar.Label)} font \"sans:Bold,14\"";
            Line(bar.Label.Length > 0 ? label : "unset cblabel");
        }
        else
        {
            Line("unset colorbox");
        }
    }

    private static string Place(Alignment alignment) => alignment switch
    {
        Alignment.UpperLeft => "left top",
        Alignment.UpperCenter => "center top",
        Alignment.UpperRight => "right top",
        Alignment.MiddleLeft => "left center",
        Alignment.MiddleCenter => "center center",
        Alignment.MiddleRight => "right center",
        Alignment.LowerLeft => "left bottom",
        Alignment.LowerCenter => "center bottom",
        _ => "right bottom",
    };

    private void Line(string command) => _script.Append(command).Append('\n');
}
