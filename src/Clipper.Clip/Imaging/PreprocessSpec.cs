namespace Clipper.Clip.Imaging;

/// <summary>How an image becomes pixels for an encoder: shorter side to <paramref name="Size"/> bicubic, centre crop,
/// RGB, /255, (x − mean)/std.</summary>
/// <param name="Size">Side of the square result in pixels.</param>
/// <param name="Order">When the image becomes RGB.</param>
/// <param name="Mean">Per channel mean (R, G, B) in [0, 1].</param>
/// <param name="Std">Per channel standard deviation (R, G, B), positive.</param>
/// <param name="Detour">A resize before all this, as the reference's loaders had (PROTOCOL section 3).</param>
public sealed record PreprocessSpec(
    int Size,
    PreprocessOrder Order,
    ChannelTriple Mean,
    ChannelTriple Std,
    PreprocessDetour Detour = PreprocessDetour.None)
{
    /// <summary>OpenAI CLIP's own mean.</summary>
    public static ChannelTriple ClipMean { get; } = new(0.48145466f, 0.4578275f, 0.40821073f);

    /// <summary>OpenAI CLIP's own standard deviation.</summary>
    public static ChannelTriple ClipStd { get; } = new(0.26862954f, 0.26130258f, 0.27577711f);

    /// <summary>OpenAI CLIP's preprocessing at the given size.</summary>
    public static PreprocessSpec Clip(int size) => new(size, PreprocessOrder.OpenAI, ClipMean, ClipStd);
}
