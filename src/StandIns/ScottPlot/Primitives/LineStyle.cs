namespace ScottPlot;

/// <summary>How a line is drawn.</summary>
public class LineStyle
{
    /// <summary>In pixels; a line of no width is not drawn.</summary>
    public float Width { get; set; }

    public Color Color { get; set; } = Colors.Black;

    public LinePattern Pattern { get; set; } = LinePattern.Solid;

    public bool IsVisible { get; set; } = true;

    public bool CanBeRendered => IsVisible && Color.Alpha > 0 && Width > 0;
}
