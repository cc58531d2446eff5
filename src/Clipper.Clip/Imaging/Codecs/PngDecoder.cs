using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>PNG in Pillow 9.4's modes: 1, L, LA, P, RGB, RGBA; 16-bit grey is I, other 16-bit samples keep their high
/// byte, 16-bit grey with alpha is RGBA. Transparency chunks do not change a pixel.</summary>
internal static class PngDecoder
{
    private const string Format = "PNG";

    /// <summary>Deflate cannot expand more than this.</summary>
    private const long LargestRatio = 1032;

    /// <summary>Decodes the whole file.</summary>
    public static Raster Decode(ReadOnlySpan<byte> encoded, string name)
    {
        PngHeader header = CodecLibrary.ReadHeader<PngHeader>(CodecLibrary.PngInfo, encoded, Format, name);
        ImageFailure.ThrowIfBadSize(name, Format, header.Width, header.Height);
        int samples = header.ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        long bytes = (((long)header.Width * samples * header.Depth) + 7) / 8 * header.Height;
        if (bytes > encoded.Length * LargestRatio)
        {
            throw ImageFailure.Truncated(name, Format);
        }

        ImageMode mode = Mode(header);
        Raster raster = mode == ImageMode.Palette
            ? Raster.RentWithPalette(header.Width, header.Height, header.Table[..(3 * header.Colors)])
            : Raster.Rent(mode, header.Width, header.Height);
        int offset = mode == ImageMode.Int32 ? header.Width * sizeof(ushort) : 0;
        CodecLibrary.Decode(CodecLibrary.PngDecode, encoded, raster, offset, (Format, name));
        Finish(raster, header);
        return raster;
    }

    private static ImageMode Mode(in PngHeader header) => (header.ColorType, header.Depth) switch
    {
        (0, 1) => ImageMode.Bilevel,
        (0, 16) => ImageMode.Int32,
        (0, _) => ImageMode.Grey,
        (2, _) => ImageMode.Rgb,
        (3, _) => ImageMode.Palette,
        (4, 8) => ImageMode.GreyAlpha,
        _ => ImageMode.Rgba,
    };

    private static void Finish(Raster raster, in PngHeader header)
    {
        if (raster.Mode == ImageMode.Int32)
        {
            for (int y = 0; y < raster.Height; y++)
            {
                Widen(raster.Writable.Slice(y * raster.Stride, raster.Stride));
            }
        }
        else if (header.ColorType == 0 && header.Depth < 8)
        {
            Spread(raster.Writable, 255 / ((1 << header.Depth) - 1));
        }
    }

    /// <summary>Grey of 1, 2 or 4 bits to 0…255.</summary>
    private static void Spread(Span<byte> pixels, int factor)
    {
        foreach (ref byte value in pixels)
        {
            value = (byte)(value * factor);
        }
    }

    /// <summary>16-bit samples in the second half of the row become 32-bit integers over the whole of it, in
    /// place.</summary>
    private static void Widen(Span<byte> row)
    {
        Span<int> wide = MemoryMarshal.Cast<byte, int>(row);
        Span<ushort> narrow = MemoryMarshal.Cast<byte, ushort>(row[(row.Length / 2)..]);
        for (int x = 0; x < wide.Length; x++)
        {
            wide[x] = narrow[x];
        }
    }
}
