namespace Clipper.Clip.Imaging.Codecs;

/// <summary>First frame of a GIF as Pillow 9.4: mode L where the palette is the grey identity or absent, else P. Pixels
/// of the screen outside the frame have the transparent index, or 0 where there is none; a screen too small for the
/// frame grows.</summary>
internal static class GifDecoder
{
    private const string Format = "GIF";

    /// <summary>Decodes the first frame.</summary>
    public static Raster Decode(ReadOnlySpan<byte> encoded, string name)
    {
        GifHeader header = CodecLibrary.ReadHeader<GifHeader>(CodecLibrary.GifInfo, encoded, Format, name);
        int width = Math.Max(header.ScreenWidth, header.Left + header.Width);
        int height = Math.Max(header.ScreenHeight, header.Top + header.Height);
        ImageFailure.ThrowIfBadSize(name, Format, width, height);
        ImageFailure.ThrowIfBadSize(name, Format, header.Width, header.Height);

        ReadOnlySpan<byte> colors = header.Table[..(3 * header.Colors)];
        Raster raster = IsGreyIdentity(colors)
            ? Raster.Rent(ImageMode.Grey, width, height)
            : Raster.RentWithPalette(width, height, colors);
        if (header.Width < width || header.Height < height)
        {
            raster.Writable.Fill((byte)Math.Max(header.Transparent, 0));
        }

        int first = (header.Top * raster.Stride) + header.Left;
        CodecLibrary.Decode(CodecLibrary.GifDecode, encoded, raster, first, (Format, name));
        return raster;
    }

    private static bool IsGreyIdentity(ReadOnlySpan<byte> colors)
    {
        for (int i = 0; i < colors.Length; i++)
        {
            if (colors[i] != i / 3)
            {
                return false;
            }
        }

        return true;
    }
}
