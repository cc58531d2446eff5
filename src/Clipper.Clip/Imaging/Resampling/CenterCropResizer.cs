using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>torchvision's <c>Resize(n, bicubic)</c> and <c>CenterCrop(n)</c> of a Pillow image, in the image's own
/// mode: nearest neighbour for 1 and P, alpha premultiplied for LA and RGBA. Only what the crop keeps is
/// computed.</summary>
internal static class CenterCropResizer
{
    /// <summary>Resizes and crops to a square.</summary>
    /// <param name="source">Any mode.</param>
    /// <param name="geometry">From <see cref="CropGeometry.For"/>.</param>
    /// <param name="size">Side of the square.</param>
    /// <returns>A square picture of the same mode; the caller disposes it.</returns>
    public static Raster Run(Raster source, CropGeometry geometry, int size)
    {
        AxisWindow columns = new(source.Width, geometry.Width, geometry.Left, size);
        AxisWindow rows = new(source.Height, geometry.Height, geometry.Top, size);
        Raster result = source.RentAlike(size, size);
        switch (source.Mode)
        {
            case ImageMode.Bilevel or ImageMode.Palette:
                NearestResampler.Run(source.Pixels, columns, rows, result.Writable);
                break;
            case ImageMode.Int32:
                Int32Resampler.Run(Integers(source.Writable), columns, rows, Integers(result.Writable));
                break;
            case ImageMode.GreyAlpha or ImageMode.Rgba when !(columns.IsIdentity && rows.IsIdentity):
                RunPremultiplied(source, columns, rows, result);
                break;
            default:
                BicubicResampler.Run(source.Pixels, source.Mode.BytesPerPixel(), columns, rows, result.Writable);
                break;
        }

        return result;
    }

    private static void RunPremultiplied(Raster source, AxisWindow columns, AxisWindow rows, Raster result)
    {
        int channels = source.Mode.BytesPerPixel();
        using Raster weighted = source.RentAlike(source.Width, source.Height);
        AlphaPremultiplication.Apply(source.Pixels, channels, weighted.Writable);
        BicubicResampler.Run(weighted.Pixels, channels, columns, rows, result.Writable);
        AlphaPremultiplication.Undo(result.Writable, channels);
    }

    private static Span<int> Integers(Span<byte> pixels) => MemoryMarshal.Cast<byte, int>(pixels);
}
