namespace Clipper.Bench.Datasets.Shapes;

/// <summary>Which points belong to a shape. Every shape lies within the unit disc, so it can be turned in
/// place.</summary>
internal static class ShapeOutline
{
    private static readonly Vector[] _triangle = [new(0, 0.98), new(-0.8487, -0.49), new(0.8487, -0.49)];

    private static readonly Vector[] _star =
    [
        new(0, 1), new(0.2469, 0.3398), new(0.9511, 0.309), new(0.3994, -0.1298), new(0.5878, -0.809),
        new(0, -0.42), new(-0.5878, -0.809), new(-0.3994, -0.1298), new(-0.9511, 0.309), new(-0.2469, 0.3398),
    ];

    private static readonly Vector[] _arrow =
    [
        new(0.98, 0), new(0.15, 0.72), new(0.15, 0.26), new(-0.94, 0.26),
        new(-0.94, -0.26), new(0.15, -0.26), new(0.15, -0.72),
    ];

    /// <summary>Whether the point, in the shape's own frame, is inside.</summary>
    public static bool Contains(ShapeKind shape, Vector p) => shape switch
    {
        ShapeKind.Circle => Square(p.X) + Square(p.Y) <= 0.9,
        ShapeKind.Oval => Square(p.X) + (4 * Square(p.Y)) <= 0.96,
        ShapeKind.Ring => Square(p.X) + Square(p.Y) is >= 0.33 and <= 0.94,
        ShapeKind.Semicircle => p.Y >= -0.4 && Square(p.X) + Square(p.Y + 0.4) <= 0.8,
        ShapeKind.Crescent => Square(p.X) + Square(p.Y) <= 0.96 && Square(p.X - 0.45) + Square(p.Y) >= 0.56,
        ShapeKind.Triangle => IsInside(_triangle, p),
        ShapeKind.Square => Math.Abs(p.X) <= 0.7 && Math.Abs(p.Y) <= 0.7,
        ShapeKind.Bar => IsBar(p.X, p.Y),
        ShapeKind.Cross => IsBar(p.X, p.Y) || IsBar(p.Y, p.X),
        ShapeKind.Star => IsInside(_star, p),
        ShapeKind.Heart => IsHeart(1.35 * p.X, (1.35 * p.Y) + 0.1),
        ShapeKind.Arrow => IsInside(_arrow, p),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "unknown shape"),
    };

    private static double Square(double value) => value * value;

    private static bool IsBar(double along, double across) => Math.Abs(along) <= 0.94 && Math.Abs(across) <= 0.28;

    // (x² + y² − 1)³ ≤ x² y³
    private static bool IsHeart(double x, double y)
    {
        double ball = Square(x) + Square(y) - 1;
        return ball * ball * ball <= Square(x) * y * y * y;
    }

    // Even-odd rule: a ray to the right crosses the outline an odd number of times.
    private static bool IsInside(Vector[] corners, Vector p)
    {
        bool isInside = false;
        Vector last = corners[^1];
        foreach (Vector corner in corners)
        {
            bool isCrossed = (corner.Y > p.Y) != (last.Y > p.Y)
                && p.X < ((last.X - corner.X) * (p.Y - corner.Y) / (last.Y - corner.Y)) + corner.X;
            isInside ^= isCrossed;
            last = corner;
        }

        return isInside;
    }
}
