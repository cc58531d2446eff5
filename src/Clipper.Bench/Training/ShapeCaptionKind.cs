namespace Clipper.Bench.Training;

/// <summary>What captions tell of a picture.</summary>
internal enum ShapeCaptionKind
{
    /// <summary>Colour and shape of every object: <c>a red star and a blue ring</c>.</summary>
    Objects,

    /// <summary>Every shape: <c>a star, a ring</c>.</summary>
    Shapes,

    /// <summary>Every colour: <c>a red shape and a blue shape</c>.</summary>
    Colors,
}
