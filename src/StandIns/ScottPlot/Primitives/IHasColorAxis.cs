namespace ScottPlot;

/// <summary>A plottable whose colours mean values.</summary>
public interface IHasColorAxis
{
    IColormap Colormap { get; }
}
