namespace ScottPlot;

/// <summary>A single bar of a bar chart.</summary>
public class Bar
{
    public double Position { get; set; }

    public double Value { get; set; }

    public double ValueBase { get; set; } = 0;

    /// <summary>Thickness, in the units of the position.</summary>
    public double Size { get; set; } = 0.8;

    /// <summary>Half length of the error bar.</summary>
    public double Error { get; set; } = 0;

    public bool IsVisible { get; set; } = true;

    public FillStyle FillStyle { get; set; } = new() { Color = Colors.Gray, IsVisible = true };

    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }

    public LineStyle LineStyle { get; set; } = new() { Color = Colors.Black, Width = 1, IsVisible = true };

    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }

    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }
}
