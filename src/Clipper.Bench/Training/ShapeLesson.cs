using Clipper.Bench.Datasets.Shapes;

namespace Clipper.Bench.Training;

/// <summary>What the pictures of a step have in common, and what their captions tell.</summary>
/// <param name="Combinations">What the pictures show.</param>
/// <param name="Captions">What the captions tell.</param>
/// <param name="MostObjects">Objects in a picture at most.</param>
internal sealed record ShapeLesson(
    IReadOnlyList<ShapeCombination> Combinations, ShapeCaptionKind Captions, int MostObjects);
