using Clipper.Core.Randomness;

namespace Clipper.Bench.Datasets.Shapes;

/// <summary>An image that is drawn when it is asked for: which combinations it shows, and the seed of all the
/// rest.</summary>
/// <param name="Combinations">The objects; 1 or 2.</param>
/// <param name="Seed">Seed of places, sizes, turns, textures, shades and noise.</param>
public sealed record ShapePicture(IReadOnlyList<ShapeCombination> Combinations, Seed Seed)
{
    /// <summary>Number of this drawing code; raised whenever a pixel of any picture changes.</summary>
    public const int Schema = 2;

    /// <summary>Side of a picture in pixels.</summary>
    public static int Side => ShapeScene.Side;

    /// <summary>Chooses 1 or 2 different combinations at random, and the picture that shows them.</summary>
    /// <param name="combinations">What to choose from, e.g. <see cref="ShapeCombination.Training"/>.</param>
    /// <param name="seed">Seed of the choice and of the picture.</param>
    public static ShapePicture Draw(IReadOnlyList<ShapeCombination> combinations, Seed seed)
    {
        var random = new RandomState(Seed.Derive("shapes-objects", "", 0, seed));
        int count = 1 + random.NextIndex(ShapeScene.MostObjects);
        return new([.. random.Choose(combinations.Count, count).Select(i => combinations[i])], seed);
    }

    /// <summary>Draws the pixels: RGB bytes, [<see cref="Side"/>, <see cref="Side"/>, 3]; the same on every
    /// system.</summary>
    public byte[] ToPixels()
    {
        var random = new RandomState(Seed);
        return ShapePainter.Paint(ShapeScene.Draw(random, Combinations), random);
    }
}
