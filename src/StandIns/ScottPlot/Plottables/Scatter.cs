namespace ScottPlot.Plottables;

/// <summary>Points, joined by a line where it has a width; NaN leaves a gap.</summary>
public class Scatter : IPlottable
{
    internal Scatter(double[] xs, double[] ys)
    {
        Xs = xs;
        Ys = ys;
    }

    public string LegendText { get; set; } = string.Empty;

    public bool IsVisible { get; set; } = true;

    public LineStyle LineStyle { get; set; } = new() { Width = 1 };

    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }

    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }

    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public MarkerStyle MarkerStyle { get; set; } =
        new() { LineWidth = 1, Size = 5, Shape = MarkerShape.FilledCircle };

    public MarkerShape MarkerShape { get => MarkerStyle.Shape; set => MarkerStyle.Shape = value; }

    public float MarkerSize { get => MarkerStyle.Size; set => MarkerStyle.Size = value; }

    public Color MarkerFillColor { get => MarkerStyle.FillColor; set => MarkerStyle.FillColor = value; }

    public Color MarkerLineColor { get => MarkerStyle.LineColor; set => MarkerStyle.LineColor = value; }

    public Color Color
    {
        get => LineStyle.Color;
        set
        {
            LineStyle.Color = value;
            MarkerStyle.FillColor = value;
            MarkerStyle.LineColor = value;
        }
    }

    internal double[] Xs { get; }

    internal double[] Ys { get; }

    public AxisLimits GetAxisLimits() => Extent.Of(Xs, Ys);
}
