namespace Clipper.Clip.Imaging.Codecs;

/// <summary>Uncompressed bitmaps of 1, 4, 8, 16, 24 and 32 bits, bottom-up or top-down, in Pillow 9.4's modes: a grey
/// palette gives L (black and white alone: 1), another P; the fourth byte of 32 bits is alpha only where bit fields say
/// so.</summary>
internal static class BmpDecoder
{
    /// <summary>The format's name in errors.</summary>
    public const string Format = "BMP";

    /// <summary>Decodes the whole file.</summary>
    public static Raster Decode(ReadOnlySpan<byte> encoded, string name)
    {
        BmpHeader header = BmpHeader.Read(encoded, name);
        ImageFailure.ThrowIfBadSize(name, Format, header.Width, header.Height);
        BmpLayout layout = BmpLayout.Of(header, encoded, name);
        long last = header.PixelStart + (header.Stride * (header.Height - 1)) + layout.RowBytes((int)header.Width);
        if (last > encoded.Length)
        {
            throw ImageFailure.Truncated(name, Format);
        }

        Raster raster = layout.Rent((int)header.Width, (int)header.Height);
        for (int i = 0; i < raster.Height; i++)
        {
            int y = header.IsTopDown ? i : raster.Height - 1 - i;
            ReadOnlySpan<byte> row = encoded[(int)(header.PixelStart + (i * header.Stride))..];
            layout.ReadRow(row, raster.Writable.Slice(y * raster.Stride, raster.Stride));
        }

        return raster;
    }
}
