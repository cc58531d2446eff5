using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging;

/// <summary>Pillow's <c>convert("RGB")</c> (libImaging/Convert.c), mode by mode.</summary>
internal static class RgbConversion
{
    /// <summary>Writes the picture as R, G, B bytes.</summary>
    /// <param name="source">Any mode.</param>
    /// <param name="rgb">Width × height × 3 bytes.</param>
    public static void Convert(Raster source, Span<byte> rgb)
    {
        ReadOnlySpan<byte> pixels = source.Pixels;
        switch (source.Mode)
        {
            case ImageMode.Rgb:
                pixels.CopyTo(rgb);
                break;
            case ImageMode.Bilevel or ImageMode.Grey:
                FromGrey(pixels, 1, rgb);
                break;
            case ImageMode.GreyAlpha:
                FromGrey(pixels, 2, rgb);
                break;
            case ImageMode.Palette:
                FromPalette(pixels, source.Palette, rgb);
                break;
            case ImageMode.Rgba:
                FromRgba(pixels, rgb);
                break;
            case ImageMode.Cmyk:
                FromCmyk(pixels, rgb);
                break;
            case ImageMode.Int32:
                FromInt32(MemoryMarshal.Cast<byte, int>(pixels), rgb);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void FromGrey(ReadOnlySpan<byte> pixels, int step, Span<byte> rgb)
    {
        for (int from = 0, to = 0; from < pixels.Length; from += step, to += 3)
        {
            rgb.Slice(to, 3).Fill(pixels[from]);
        }
    }

    private static void FromPalette(ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> palette, Span<byte> rgb)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            palette.Slice(3 * pixels[i], 3).CopyTo(rgb[(3 * i)..]);
        }
    }

    private static void FromRgba(ReadOnlySpan<byte> pixels, Span<byte> rgb)
    {
        for (int from = 0, to = 0; from < pixels.Length; from += 4, to += 3)
        {
            pixels.Slice(from, 3).CopyTo(rgb[to..]);
        }
    }

    private static void FromCmyk(ReadOnlySpan<byte> pixels, Span<byte> rgb)
    {
        for (int from = 0, to = 0; from < pixels.Length; from += 4, to += 3)
        {
            int light = 255 - pixels[from + 3];
            rgb[to] = (byte)(light - MultiplyDivide255(pixels[from], light));
            rgb[to + 1] = (byte)(light - MultiplyDivide255(pixels[from + 1], light));
            rgb[to + 2] = (byte)(light - MultiplyDivide255(pixels[from + 2], light));
        }
    }

    private static void FromInt32(ReadOnlySpan<int> pixels, Span<byte> rgb)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            rgb.Slice(3 * i, 3).Fill((byte)Math.Clamp(pixels[i], 0, 255));
        }
    }

    /// <summary>a·b/255 rounded to nearest, as libImaging's MULDIV255.</summary>
    internal static int MultiplyDivide255(int a, int b)
    {
        int product = (a * b) + 128;
        return ((product >> 8) + product) >> 8;
    }
}
