using ScottPlot.Plottables;

namespace ScottPlot;

/// <summary>A rectangle in the units of the axes; NaN where a side is not set.</summary>
public readonly struct AxisLimits(double left, double right, double bottom, double top)
{
    public AxisLimits(Coordinates coordinates)
        : this(coordinates.X, coordinates.X, coordinates.Y, coordinates.Y)
    {
    }

    public AxisLimits(IEnumerable<Coordinates> coordinates)
        : this(Extent.Of([.. coordinates.Select(at => at.X)], [.. coordinates.Select(at => at.Y)]))
    {
    }

    public AxisLimits(IEnumerable<IPlottable> plottables)
        : this(Extent.Of([.. plottables.Select(item => item.GetAxisLimits())]))
    {
    }

    private AxisLimits(AxisLimits limits)
        : this(limits.Left, limits.Right, limits.Bottom, limits.Top)
    {
    }

    public double Left { get; } = left;

    public double Right { get; } = right;

    public double Bottom { get; } = bottom;

    public double Top { get; } = top;

    public static AxisLimits NoLimits => new(double.NaN, double.NaN, double.NaN, double.NaN);

    public static AxisLimits HorizontalOnly(double xMin, double xMax) => new(xMin, xMax, double.NaN, double.NaN);

    public static AxisLimits VerticalOnly(double yMin, double yMax) => new(double.NaN, double.NaN, yMin, yMax);
}
