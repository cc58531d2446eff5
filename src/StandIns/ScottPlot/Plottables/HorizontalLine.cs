namespace ScottPlot.Plottables;

/// <summary>A line at a value.</summary>
public class HorizontalLine : AxisLine
{
    public double Y { get => Position; set => Position = value; }

    public override AxisLimits GetAxisLimits() =>
        EnableAutoscale ? AxisLimits.VerticalOnly(Y, Y) : AxisLimits.NoLimits;
}
