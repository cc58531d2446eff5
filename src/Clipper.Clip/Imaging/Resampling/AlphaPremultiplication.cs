namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's conversions between RGBA and RGBa, LA and La: colours are weighted by their alpha while a picture
/// is resampled.</summary>
internal static class AlphaPremultiplication
{
    /// <summary>Multiplies every colour channel by alpha/255, rounded.</summary>
    /// <param name="source">Interleaved channels, alpha last.</param>
    /// <param name="channels">2 or 4.</param>
    /// <param name="target">As long as the source.</param>
    public static void Apply(ReadOnlySpan<byte> source, int channels, Span<byte> target)
    {
        for (int i = 0; i < source.Length; i += channels)
        {
            byte alpha = source[i + channels - 1];
            for (int c = 0; c < channels - 1; c++)
            {
                target[i + c] = (byte)RgbConversion.MultiplyDivide255(source[i + c], alpha);
            }

            target[i + channels - 1] = alpha;
        }
    }

    /// <summary>Divides every colour channel by alpha/255, cut to whole numbers; colours of alpha 0 stay.</summary>
    /// <param name="pixels">Interleaved channels, alpha last.</param>
    /// <param name="channels">2 or 4.</param>
    public static void Undo(Span<byte> pixels, int channels)
    {
        for (int i = 0; i < pixels.Length; i += channels)
        {
            int alpha = pixels[i + channels - 1];
            if (alpha is 0 or 255)
            {
                continue;
            }

            for (int c = 0; c < channels - 1; c++)
            {
                pixels[i + c] = (byte)Math.Min(255 * pixels[i + c] / alpha, 255);
            }
        }
    }
}
