namespace Clipper.Bench.Datasets.Shapes;

/// <summary>An object in a scene.</summary>
/// <param name="Shape">Its form.</param>
/// <param name="Paint">Its colour.</param>
/// <param name="Center">Pixels from the upper left corner.</param>
/// <param name="Radius">Radius of its disc in pixels.</param>
/// <param name="Axis">Direction of its first axis.</param>
/// <param name="Texture">Pattern that darkens its colour.</param>
internal sealed record ShapeObject(
    ShapeKind Shape, Paint Paint, Vector Center, double Radius, Vector Axis, ShapeTexture Texture);
