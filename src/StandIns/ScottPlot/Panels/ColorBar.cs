namespace ScottPlot.Panels;

/// <summary>What the colours of a plottable mean.</summary>
public class ColorBar(IHasColorAxis source, Edge edge = Edge.Right)
{
    public bool IsVisible { get; set; } = true;

    public IHasColorAxis Source { get; set; } = source;

    public Edge Edge { get; set; } = edge;

    public string Label { get; set; } = string.Empty;
}
