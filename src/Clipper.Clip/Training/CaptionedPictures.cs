namespace Clipper.Clip.Training;

/// <summary>What a lesson shows: pictures and captions, not necessarily as many of the one as of the other.</summary>
/// <param name="Planes">Normalised pixels, float32 [Count, 3, size, size].</param>
/// <param name="Count">Pictures.</param>
/// <param name="Tokens">Token ids of the captions [captions, context], as <see cref="Text.ClipTokenizer.Tokenize"/>
/// gives them.</param>
/// <param name="Truth">[pictures, captions], row-major: whether the caption is true of the picture.</param>
/// <param name="Doubt">[pictures, captions]: what is false but must not count as such, so that the two are not
/// compared; empty where everything counts.</param>
public sealed record CaptionedPictures(
    ReadOnlyMemory<float> Planes, int Count, ReadOnlyMemory<int> Tokens, ReadOnlyMemory<bool> Truth,
    ReadOnlyMemory<bool> Doubt = default);
