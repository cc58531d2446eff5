namespace ScottPlot.Plottables;

/// <summary>A text at a place of the data area.</summary>
public class Text : IPlottable
{
    public Coordinates Location { get; set; }

    public LabelStyle LabelStyle { get; set; } = new() { FontSize = 14 };

    public string LabelText { get => LabelStyle.Text; set => LabelStyle.Text = value; }

    public float LabelFontSize { get => LabelStyle.FontSize; set => LabelStyle.FontSize = value; }

    public Color LabelFontColor { get => LabelStyle.ForeColor; set => LabelStyle.ForeColor = value; }

    public Alignment LabelAlignment { get => LabelStyle.Alignment; set => LabelStyle.Alignment = value; }

    public bool IsVisible { get; set; } = true;

    public AxisLimits GetAxisLimits() => new(Location.X, Location.X, Location.Y, Location.Y);
}
