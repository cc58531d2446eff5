using Clipper.Bench.Datasets.Shapes;

namespace Clipper.Bench.Training;

/// <summary>What the pictures of a lesson have in common, and what their captions tell.</summary>
/// <param name="Combinations">What the pictures show.</param>
/// <param name="Labels">What captions say, one caption each, whichever pictures it is true of. Empty: every picture has
/// a caption of its own, which tells colour and shape of all that is in it.</param>
/// <param name="Twins">Share of pictures that show the same twice.</param>
internal sealed record ShapeLesson(
    IReadOnlyList<ShapeCombination> Combinations, IReadOnlyList<ShapeClaim> Labels, double Twins);
