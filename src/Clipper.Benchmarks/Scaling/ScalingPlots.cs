using System.Globalization;
using Clipper.Bench.Reports.Plots;
using Clipper.Clip.Files;
using ScottPlot;

namespace Clipper.Benchmarks.Scaling;

/// <summary>Draws time and memory by size, both axes logarithmic, every point where its numbers are.</summary>
internal static class ScalingPlots
{
    private const int Width = 640;
    private const int Height = 480;
    private const float Text = 13;
    private const double Milli = 1e-3;
    private const double Mega = 1e6;

    // Wong 2011, as in the reports' figures.
    private static readonly Color[] s_colors =
        Color.FromHex(["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]);

    private static readonly MarkerShape[] s_markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
        MarkerShape.FilledTriangleDown,
    ];

    private static readonly string[] s_times = ["1 µs", "10 µs", "0.1 ms", "1 ms", "10 ms", "0.1 s", "1 s", "10 s"];
    private static readonly string[] s_memories = ["1 MB", "10 MB", "100 MB", "1 GB", "10 GB"];

    /// <summary>Writes NAME.svg and NAME-memory.svg, and both as .png.</summary>
    public static void Write(string folder, string name, IReadOnlyList<ScalingCurve> curves)
    {
        using Plot time = Draw(
            "Time of a call by size", "time", curves, point => Math.Log10(point.Run.Seconds / Milli) + 3, s_times);
        using Plot memory = Draw(
            "Largest memory by size", "memory", curves, point => Math.Log10(point.Run.PeakBytes / Mega), s_memories);
        Write(folder, name, time);
        Write(folder, $"{name}-memory", memory);
    }

    /// <summary>Draws one.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="label">The vertical axis.</param>
    /// <param name="curves">What was measured.</param>
    /// <param name="height">The logarithm of a point's value, 0 at the first tick.</param>
    /// <param name="ticks">Names of 0, 1, … on the vertical axis.</param>
    internal static Plot Draw(
        string title, string label, IReadOnlyList<ScalingCurve> curves, Func<ScalingPoint, double> height,
        string[] ticks)
    {
        var plot = new Plot();
        var heights = new List<double>();
        foreach ((int index, ScalingCurve curve) in curves.Index())
        {
            double[] ys = [.. curve.Points.Select(height)];
            heights.AddRange(ys);
            var line = plot.Add.Scatter(
                [.. curve.Points.Select(point => Math.Log10(point.Size))], ys, s_colors[index % s_colors.Length]);
            line.LegendText = curve.Subject.Name;
            line.LineWidth = 2;
            line.MarkerSize = 8;
            line.MarkerShape = s_markers[index % s_markers.Length];
        }

        int tens = (int)Math.Ceiling(Math.Log10(curves.Max(curve => curve.Points[^1].Size)));
        double[] decades = [.. Enumerable.Range(0, tens + 1).Select(ten => (double)ten)];
        plot.Axes.Bottom.SetTicks(
            decades, [.. decades.Select(ten => Math.Pow(10, ten).ToString("N0", CultureInfo.InvariantCulture))]);
        plot.Axes.Left.SetTicks([.. ticks.Select((_, i) => (double)i)], ticks);
        plot.Axes.SetLimits(-0.2, tens + 0.2, Math.Floor(heights.Min()), Math.Ceiling(heights.Max()));
        plot.Title(title, Text);
        plot.XLabel("embeddings, classes, episodes or cells", Text);
        plot.YLabel(label, Text);
        plot.ShowLegend(Edge.Bottom);
        return plot;
    }

    private static void Write(string folder, string name, Plot plot)
    {
        AtomicFile.WriteText(Path.Combine(folder, $"{name}.svg"), SvgIds.Renumber(plot.GetSvgXml(Width, Height)));
        byte[] png = plot.GetImageBytes(Width, Height, ImageFormat.Png);
        AtomicFile.Write(Path.Combine(folder, $"{name}.png"), stream => stream.Write(png));
    }
}
