namespace Clipper.Clip.Imaging.Codecs;

/// <summary>Recognises formats by their first bytes, with the same signatures as Pillow.</summary>
internal static class ImageFormats
{
    /// <summary>The format of the content.</summary>
    public static ImageFormat Find(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ImageFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ImageFormat.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => ImageFormat.Gif,
        [(byte)'B', (byte)'M', ..] => ImageFormat.Bmp,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => ImageFormat.Tiff,
        _ => ImageFormat.Unknown,
    };

    /// <summary>What content of no known format seems to be, for the error.</summary>
    public static string Describe(ReadOnlySpan<byte> content) => content switch
    {
        [] => "is empty (0 bytes)",
        _ when content.StartsWith("RIFF"u8) && content[4..].IndexOf("WEBP"u8) == 4 => "is WebP",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "is HEIF or AVIF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "is a zip archive",
        _ when IsText(content) => "is text, not an image (a download page or a placeholder?)",
        _ => $"is no image of a known format (it starts with {Start(content)})",
    };

    private static string Start(ReadOnlySpan<byte> content) =>
        Convert.ToHexString(content[..Math.Min(8, content.Length)]);

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> start = content[..Math.Min(256, content.Length)];
        return !start.ContainsAnyInRange((byte)0, (byte)8) && !start.ContainsAnyInRange((byte)14, (byte)31)
            && !start.ContainsAnyInRange((byte)127, (byte)255);
    }
}
