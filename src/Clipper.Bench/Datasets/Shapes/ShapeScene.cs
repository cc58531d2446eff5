using Clipper.Core.Randomness;

namespace Clipper.Bench.Datasets.Shapes;

/// <summary>What one image shows: objects side by side on a backdrop, and noise.</summary>
internal sealed record ShapeScene
{
    /// <summary>Side of an image in pixels.</summary>
    public const int Side = 64;

    /// <summary>Largest number of objects.</summary>
    public const int MostObjects = 2;

    private const int Quadrants = 4;

    // Tangent of half the largest turn: 23 degrees to either side.
    private const double MostTurn = 0.2;

    private const int Jitter = 12;
    private const double ObjectContrast = 0.2;
    private const double BackdropContrast = 0.12;

    private ShapeScene(IReadOnlyList<ShapeObject> objects, Paint backdrop, ShapeTexture texture, int noise)
    {
        Objects = objects;
        Backdrop = backdrop;
        Texture = texture;
        Noise = noise;
    }

    /// <summary>The objects; none overlaps another or is cut off.</summary>
    public IReadOnlyList<ShapeObject> Objects { get; }

    /// <summary>Colour of the backdrop.</summary>
    public Paint Backdrop { get; }

    /// <summary>Pattern of the backdrop.</summary>
    public ShapeTexture Texture { get; }

    /// <summary>Largest noise in levels of 255.</summary>
    public int Noise { get; }

    /// <summary>Draws everything that the combinations leave open: places, sizes, turns, textures, shades,
    /// noise.</summary>
    /// <param name="random">Its stream.</param>
    /// <param name="combinations">What to show; at most <see cref="MostObjects"/>.</param>
    public static ShapeScene Draw(RandomState random, IReadOnlyList<ShapeCombination> combinations)
    {
        double grey = 95 + random.NextIndex(65);
        Paint backdrop = Shade(random, new(grey, grey, grey));
        var texture = ShapeTexture.Draw(random, BackdropContrast);
        int noise = random.NextIndex(9);
        int[] quadrants = random.Permutation(Quadrants);
        ShapeObject[] objects =
        [
            .. combinations.Select((c, i) => combinations.Count == 1
                ? DrawObject(random, c, new(0, 0), Side, smallest: 18)
                : DrawObject(random, c, Corner(quadrants[i]), Side / 2, smallest: 12)),
        ];
        return new(objects, backdrop, texture, noise);
    }

    private static Vector Corner(int quadrant) => new(Side / 2 * (quadrant & 1), Side / 2 * (quadrant >> 1));

    // Radius from the smallest to all but the whole cell, anywhere in the cell.
    private static ShapeObject DrawObject(
        RandomState random, ShapeCombination combination, Vector corner, double cell, double smallest)
    {
        double radius = smallest + (((0.46 * cell) - smallest) * random.NextDouble());
        double room = cell - (2 * radius);
        double x = corner.X + radius + (room * random.NextDouble());
        double y = corner.Y + radius + (room * random.NextDouble());
        Vector axis = Vector.Direction(MostTurn * ((2 * random.NextDouble()) - 1), 0);
        Paint paint = Shade(random, Paint.Of(combination.Color));
        return new(combination.Shape, paint, new(x, y), radius, axis, ShapeTexture.Draw(random, ObjectContrast));
    }

    private static Paint Shade(RandomState random, Paint paint)
    {
        double r = random.NextIndex((2 * Jitter) + 1) - Jitter;
        double g = random.NextIndex((2 * Jitter) + 1) - Jitter;
        double b = random.NextIndex((2 * Jitter) + 1) - Jitter;
        return new(paint.R + r, paint.G + g, paint.B + b);
    }
}
