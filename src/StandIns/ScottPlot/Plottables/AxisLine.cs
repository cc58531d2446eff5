namespace ScottPlot.Plottables;

/// <summary>A line across the whole data area.</summary>
public abstract class AxisLine : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public LineStyle LineStyle { get; set; } = new() { Width = 1 };

    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }

    public LinePattern LinePattern { get => LineStyle.Pattern; set => LineStyle.Pattern = value; }

    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public string LegendText { get; set; } = string.Empty;

    public bool EnableAutoscale { get; set; } = true;

    public double Position { get; set; } = 0;

    public abstract AxisLimits GetAxisLimits();
}
