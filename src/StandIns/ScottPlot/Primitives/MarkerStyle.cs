namespace ScottPlot;

/// <summary>How the place of a value is marked.</summary>
public class MarkerStyle
{
    public MarkerStyle()
    {
    }

    public MarkerStyle(MarkerShape shape, float size)
        : this(shape, size, Colors.Gray)
    {
    }

    public MarkerStyle(MarkerShape shape, float size, Color color)
    {
        Shape = shape;
        Size = size;
        LineColor = color;
        if (IsLineOnly(shape))
        {
            FillColor = Colors.Transparent;
            LineWidth = 2;
        }
        else
        {
            FillColor = color;
        }
    }

    public bool IsVisible { get; set; } = true;

    public MarkerShape Shape { get; set; }

    /// <summary>Diameter in pixels.</summary>
    public float Size { get; set; }

    public LineStyle LineStyle { get; set; } = new() { Width = 1 };

    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }

    public Color LineColor { get => LineStyle.Color; set => LineStyle.Color = value; }

    public FillStyle FillStyle { get; set; } = new();

    public Color FillColor { get => FillStyle.Color; set => FillStyle.Color = value; }

    private static bool IsLineOnly(MarkerShape shape) => shape is MarkerShape.OpenCircle or MarkerShape.OpenSquare
        or MarkerShape.OpenTriangleUp or MarkerShape.OpenTriangleDown or MarkerShape.OpenDiamond or MarkerShape.Eks
        or MarkerShape.Cross;
}
