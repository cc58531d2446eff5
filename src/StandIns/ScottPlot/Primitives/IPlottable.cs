namespace ScottPlot;

/// <summary>What can be drawn on a plot.</summary>
public interface IPlottable
{
    bool IsVisible { get; set; }

    /// <summary>The area that it takes; NaN where it sets no limit.</summary>
    AxisLimits GetAxisLimits();
}
