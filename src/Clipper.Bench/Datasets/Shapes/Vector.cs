namespace Clipper.Bench.Datasets.Shapes;

/// <summary>A point or direction. Drawing uses +, −, × and ÷ of doubles alone, which IEEE 754 fixes to the bit: sine
/// and cosine differ between systems in the last place, and an image would with them.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
internal readonly record struct Vector(double X, double Y)
{
    /// <summary>The unit direction that <paramref name="t"/> = tan(angle / 2) names: ((1 − t²)/(1 + t²), 2t/(1 + t²)),
    /// turned by <paramref name="quarters"/> right angles.</summary>
    public static Vector Direction(double t, int quarters)
    {
        double scale = 1 / (1 + (t * t));
        double cos = (1 - (t * t)) * scale;
        double sin = 2 * t * scale;
        return (quarters & 3) switch
        {
            0 => new(cos, sin),
            1 => new(-sin, cos),
            2 => new(-cos, -sin),
            _ => new(sin, -cos),
        };
    }

    /// <summary>This point in the frame whose first axis is <paramref name="axis"/>.</summary>
    public Vector In(Vector axis) => new((X * axis.X) + (Y * axis.Y), (Y * axis.X) - (X * axis.Y));
}
