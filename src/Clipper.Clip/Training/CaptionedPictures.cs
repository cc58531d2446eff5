namespace Clipper.Clip.Training;

/// <summary>What one step of training sees: pictures, and a caption for each of them.</summary>
/// <param name="Planes">Normalised pixels, float32 [Count, 3, size, size].</param>
/// <param name="Count">Pictures.</param>
/// <param name="Tokens">Token ids of the captions [Count, context], as <see cref="Text.ClipTokenizer.Tokenize"/> gives
/// them.</param>
/// <param name="Truth">[pictures, captions]: whether the caption is true of the picture. Each is true of its own, short
/// ones of others too.</param>
public sealed record CaptionedPictures(
    ReadOnlyMemory<float> Planes, int Count, ReadOnlyMemory<int> Tokens, ReadOnlyMemory<bool> Truth);
