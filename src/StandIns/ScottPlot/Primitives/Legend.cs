namespace ScottPlot;

/// <summary>The names of the plottables that have one.</summary>
public class Legend(Plot plot)
{
    public Plot Plot { get; } = plot;

    public bool IsVisible { get; set; } = true;

    /// <summary>Position relative to the data area.</summary>
    public Alignment Alignment { get; set; } = Alignment.LowerRight;

    public Orientation Orientation { get; set; } = Orientation.Vertical;

    /// <summary>In place of the items' own font size.</summary>
    public float? FontSize { get; set; }
}
