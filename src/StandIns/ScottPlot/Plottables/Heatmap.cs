namespace ScottPlot.Plottables;

/// <summary>A matrix as colours: column c lies at x = c, row 0 on top.</summary>
public class Heatmap(double[,] intensities) : IPlottable, IHasColorAxis
{
    public double[,] Intensities { get; set; } = intensities;

    public bool IsVisible { get; set; } = true;

    public IColormap Colormap { get; set; } = new Colormaps.Viridis();

    /// <summary>The values of the first and the last colour; the least and the greatest where it is null.</summary>
    public Range? ManualRange { get; set; }

    public AxisLimits GetAxisLimits() =>
        new(-0.5, Intensities.GetLength(1) - 0.5, -0.5, Intensities.GetLength(0) - 0.5);
}
