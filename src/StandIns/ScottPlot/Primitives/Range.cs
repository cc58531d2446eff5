namespace ScottPlot;

/// <summary>Two ends of a scale.</summary>
public readonly struct Range(double min, double max)
{
    public double Min { get; } = min;

    public double Max { get; } = max;
}
