namespace ScottPlot;

/// <summary>What lies behind a figure or its data.</summary>
public class BackgroundStyle
{
    public Color Color { get; set; }
}
