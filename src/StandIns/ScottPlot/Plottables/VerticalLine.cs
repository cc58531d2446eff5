namespace ScottPlot.Plottables;

/// <summary>A line at a position.</summary>
public class VerticalLine : AxisLine
{
    public double X { get => Position; set => Position = value; }

    public override AxisLimits GetAxisLimits() =>
        EnableAutoscale ? AxisLimits.HorizontalOnly(X, X) : AxisLimits.NoLimits;
}
