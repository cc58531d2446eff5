using System.Text;
using ScottPlot.Gnuplot;
using ScottPlot.Panels;

namespace ScottPlot;

/// <summary>A figure: the subset of ScottPlot 5 that the application uses, drawn by gnuplot.</summary>
public class Plot : IDisposable
{
    public BackgroundStyle FigureBackground = new() { Color = Colors.White };
    public BackgroundStyle DataBackground = new() { Color = Colors.Transparent };

    public Plot()
    {
        Axes = new(this);
        Add = new(this);
        Legend = new(this);
    }

    public List<IPlottable> PlottableList { get; } = [];

    public PlottableAdder Add { get; }

    public AxisManager Axes { get; }

    public Legend Legend { get; set; }

    internal bool HasGrid { get; private set; } = true;

    public void Title(string? text = null, float? size = null)
    {
        Axes.Title.Label.Text = text ?? Axes.Title.Label.Text;
        Axes.Title.Label.FontSize = size ?? Axes.Title.Label.FontSize;
        Axes.Title.IsVisible = true;
    }

    public void Title(bool show) => Axes.Title.IsVisible = show;

    public void XLabel(string label, float? size = null) => Write(Axes.Bottom.Label, label, size);

    public void YLabel(string label, float? size = null) => Write(Axes.Left.Label, label, size);

    public void HideGrid() => HasGrid = false;

    public void ShowGrid() => HasGrid = true;

    public Legend ShowLegend()
    {
        Legend.IsVisible = true;
        return Legend;
    }

    public Legend ShowLegend(Alignment alignment)
    {
        Legend.Alignment = alignment;
        return ShowLegend();
    }

    public Legend ShowLegend(Alignment alignment, Orientation orientation)
    {
        Legend.Orientation = orientation;
        return ShowLegend(alignment);
    }

    /// <summary>Puts the legend outside the data area.</summary>
    public LegendPanel ShowLegend(Edge edge)
    {
        HideLegend();
        Legend.Orientation = edge is Edge.Left or Edge.Right ? Orientation.Vertical : Orientation.Horizontal;
        Axes.LegendPanel = new LegendPanel(Legend) { Edge = edge, Alignment = Alignment.MiddleCenter };
        return Axes.LegendPanel;
    }

    public Legend HideLegend()
    {
        Legend.IsVisible = false;
        return Legend;
    }

    public SavedImageInfo SavePng(string filePath, int width, int height)
    {
        byte[] png = GetImageBytes(width, height, ImageFormat.Png);
        File.WriteAllBytes(filePath, png);
        return new SavedImageInfo(filePath, png.Length);
    }

    public SavedImageInfo SaveSvg(string filePath, int width, int height)
    {
        string xml = GetSvgXml(width, height);
        File.WriteAllText(filePath, xml);
        return new SavedImageInfo(filePath, xml.Length);
    }

    public string GetSvgXml(int width, int height)
    {
        var script = new FigureScript(this, width, height);
        string svg = Encoding.UTF8.GetString(GnuplotProcess.Run(script.ForSvg()));
        return SvgFonts.Name(SvgSeries.Name(svg, script.Titles));
    }

    public byte[] GetImageBytes(int width, int height, ImageFormat format = ImageFormat.Bmp) =>
        format == ImageFormat.Png
            ? GnuplotProcess.Run(new FigureScript(this, width, height).ForPng())
            : throw new NotSupportedException($"The stand-in writes no {format}.");

    public void Dispose()
    {
        PlottableList.Clear();
        GC.SuppressFinalize(this);
    }

    private static void Write(LabelStyle label, string text, float? size)
    {
        label.Text = text;
        label.FontSize = size ?? label.FontSize;
    }
}
