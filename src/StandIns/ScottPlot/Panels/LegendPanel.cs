namespace ScottPlot.Panels;

/// <summary>A legend outside the data area.</summary>
public class LegendPanel(Legend legend) : IPanel
{
    public bool IsVisible { get; set; } = true;

    public float MinimumSize { get; set; } = 0;

    public float MaximumSize { get; set; } = float.MaxValue;

    public Legend Legend { get; } = legend;

    public Edge Edge { get; set; }

    public Alignment Alignment { get; set; } = Alignment.MiddleCenter;
}
