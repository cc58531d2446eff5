using Clipper.Core.Randomness;

namespace Clipper.Bench.Datasets.Shapes;

/// <summary>A pattern of light and dark over the plane.</summary>
/// <param name="Kind">0 plain, 1 stripes, 2 checks, 3 dots, 4 gradient.</param>
/// <param name="Axis">Direction of the pattern.</param>
/// <param name="Period">Length of a repeat in pixels.</param>
/// <param name="Contrast">How far light and dark are apart.</param>
internal sealed record ShapeTexture(int Kind, Vector Axis, double Period, double Contrast)
{
    private const int Kinds = 5;

    // The gradient runs over this many repeats.
    private const double GradientPeriods = 8;

    /// <summary>Draws a pattern at random.</summary>
    /// <param name="random">Its stream.</param>
    /// <param name="contrast">Largest contrast.</param>
    public static ShapeTexture Draw(RandomState random, double contrast)
    {
        int kind = random.NextIndex(Kinds);
        Vector axis = DrawDirection(random);
        double period = 4 + (6 * random.NextDouble());
        return new(kind, axis, period, contrast * (0.4 + (0.6 * random.NextDouble())));
    }

    /// <summary>A direction at random, all round.</summary>
    public static Vector DrawDirection(RandomState random)
    {
        // tan(45° / 2): a half of a right angle to either side of four directions.
        const double Eighth = 0.41421356237309503;
        double t = Eighth * ((2 * random.NextDouble()) - 1);
        return Vector.Direction(t, random.NextIndex(4));
    }

    /// <summary>Darkness at a point: 0 to <see cref="Contrast"/>.</summary>
    public double At(Vector point)
    {
        Vector p = point.In(Axis);
        double u = p.X / Period;
        double v = p.Y / Period;
        return Contrast * Kind switch
        {
            0 => 0,
            1 => Fraction(u) < 0.5 ? 1 : 0,
            2 => (Fraction(u) < 0.5) == (Fraction(v) < 0.5) ? 1 : 0,
            3 => IsDot(Fraction(u) - 0.5, Fraction(v) - 0.5) ? 1 : 0,
            _ => Math.Clamp((u / GradientPeriods) + 0.5, 0, 1),
        };
    }

    private static double Fraction(double value) => value - Math.Floor(value);

    private static bool IsDot(double x, double y) => (x * x) + (y * y) < 0.09;
}
