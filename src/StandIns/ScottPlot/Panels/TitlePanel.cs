namespace ScottPlot.Panels;

/// <summary>The title above the data.</summary>
public class TitlePanel
{
    public bool IsVisible { get; set; } = true;

    public LabelStyle Label { get; } = new() { FontSize = 16, Bold = true, Alignment = Alignment.LowerCenter };
}
