namespace ScottPlot;

/// <summary>Which way something is laid out.</summary>
public enum Orientation
{
    Horizontal,
    Vertical,
}
