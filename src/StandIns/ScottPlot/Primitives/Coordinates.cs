namespace ScottPlot;

/// <summary>A place in the units of the axes.</summary>
public struct Coordinates(double x, double y)
{
    public double X { get; set; } = x;

    public double Y { get; set; } = y;
}
