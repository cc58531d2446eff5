namespace ScottPlot;

/// <summary>How a line is drawn.</summary>
public class LineStyle
{
    public LineStyle()
    {
    }

    public LineStyle(float width) => Width = width;

    public LineStyle(float width, Color color)
        : this(width) => Color = color;

    public LineStyle(float width, Color color, LinePattern pattern)
        : this(width, color) => Pattern = pattern;

    /// <summary>In pixels; a line of no width is not drawn.</summary>
    public float Width { get; set; }

    public Color Color { get; set; } = Colors.Black;

    public LinePattern Pattern { get; set; } = LinePattern.Solid;

    public bool IsVisible { get; set; } = true;

    public bool CanBeRendered => IsVisible && Color.Alpha > 0 && Width > 0;
}
