namespace Clipper.Clip.Models.Registry;

/// <summary>The architecture of a registered CLIP model, known before its files are there.</summary>
/// <param name="ImageSize">Side of the image in pixels.</param>
/// <param name="PatchSize">Side of a patch in pixels.</param>
/// <param name="Width">Width of the vision tower.</param>
/// <param name="Layers">Blocks of the vision tower.</param>
/// <param name="EmbeddingSize">Length of an embedding.</param>
/// <param name="TextWidth">Width of the text tower.</param>
/// <param name="TextLayers">Blocks of the text tower.</param>
/// <param name="Parameters">Parameters of both towers and the temperature.</param>
public sealed record ModelSummary(
    int ImageSize, int PatchSize, int Width, int Layers, int EmbeddingSize, int TextWidth, int TextLayers,
    long Parameters);
