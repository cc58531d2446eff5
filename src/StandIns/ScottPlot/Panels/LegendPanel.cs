namespace ScottPlot.Panels;

/// <summary>A legend outside the data area.</summary>
public class LegendPanel(Legend legend)
{
    public bool IsVisible { get; set; } = true;

    public Legend Legend { get; } = legend;

    public Edge Edge { get; set; } = Edge.Right;

    public Alignment Alignment { get; set; } = Alignment.UpperCenter;
}
