namespace Clipper.Bench.Datasets.Shapes;

/// <summary>A colour, 0 to 255 a channel.</summary>
internal readonly record struct Paint(double R, double G, double B)
{
    /// <summary>The middle of a named colour.</summary>
    public static Paint Of(ShapeColor color) => color switch
    {
        ShapeColor.Red => new(214, 30, 36),
        ShapeColor.Orange => new(248, 136, 20),
        ShapeColor.Yellow => new(250, 226, 40),
        ShapeColor.Lime => new(160, 232, 60),
        ShapeColor.Green => new(14, 110, 50),
        ShapeColor.Cyan => new(50, 214, 226),
        ShapeColor.Blue => new(30, 64, 210),
        ShapeColor.Purple => new(112, 36, 160),
        ShapeColor.Pink => new(255, 140, 196),
        ShapeColor.Brown => new(104, 60, 26),
        ShapeColor.White => new(246, 246, 246),
        ShapeColor.Black => new(16, 16, 16),
        _ => throw new ArgumentOutOfRangeException(nameof(color), color, "unknown colour"),
    };

    /// <summary>Every channel times <paramref name="factor"/>.</summary>
    public Paint Times(double factor) => new(R * factor, G * factor, B * factor);

    /// <summary>This, covered to the share <paramref name="alpha"/> by <paramref name="other"/>.</summary>
    public Paint Under(Paint other, double alpha) =>
        new(R + (alpha * (other.R - R)), G + (alpha * (other.G - G)), B + (alpha * (other.B - B)));
}
