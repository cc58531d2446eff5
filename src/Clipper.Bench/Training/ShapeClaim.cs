using Clipper.Bench.Datasets.Shapes;

namespace Clipper.Bench.Training;

/// <summary>What a caption says of one object.</summary>
/// <param name="Shape">Its shape, or null where that is left open.</param>
/// <param name="Color">Its colour, or null where that is left open.</param>
internal readonly record struct ShapeClaim(ShapeKind? Shape, ShapeColor? Color)
{
    /// <summary>Whether an object is so.</summary>
    public bool IsTrueOf(ShapeCombination item) =>
        (Shape ?? item.Shape) == item.Shape && (Color ?? item.Color) == item.Color;
}
