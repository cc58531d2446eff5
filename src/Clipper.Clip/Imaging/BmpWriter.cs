using System.Buffers.Binary;

namespace Clipper.Clip.Imaging;

/// <summary>Writes pictures as uncompressed 24-bit Windows bitmaps, which every image reader knows.</summary>
public static class BmpWriter
{
    private const int HeaderSize = 54;
    private const int PixelsPerMetre = 3780;

    /// <summary>The bytes of a BMP file; a mode other than RGB is converted first (<see
    /// cref="Raster.ToRgb"/>).</summary>
    public static byte[] Write(Raster picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Mode != ImageMode.Rgb)
        {
            using Raster rgb = picture.ToRgb();
            return Write(rgb);
        }

        int stride = (picture.Stride + 3) & ~3;
        byte[] file = new byte[checked(HeaderSize + (stride * picture.Height))];
        WriteHeader(file, picture.Width, picture.Height);
        for (int y = 0; y < picture.Height; y++)
        {
            ReadOnlySpan<byte> row = picture.Pixels.Slice(y * picture.Stride, picture.Stride);
            WriteRow(row, file.AsSpan(HeaderSize + ((picture.Height - 1 - y) * stride), picture.Stride));
        }

        return file;
    }

    private static void WriteHeader(Span<byte> file, int width, int height)
    {
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[2..], file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file[10..], HeaderSize);
        BinaryPrimitives.WriteInt32LittleEndian(file[14..], HeaderSize - 14);
        BinaryPrimitives.WriteInt32LittleEndian(file[18..], width);
        BinaryPrimitives.WriteInt32LittleEndian(file[22..], height);
        BinaryPrimitives.WriteInt16LittleEndian(file[26..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[28..], 24);
        BinaryPrimitives.WriteInt32LittleEndian(file[34..], file.Length - HeaderSize);
        BinaryPrimitives.WriteInt32LittleEndian(file[38..], PixelsPerMetre);
        BinaryPrimitives.WriteInt32LittleEndian(file[42..], PixelsPerMetre);
    }

    private static void WriteRow(ReadOnlySpan<byte> rgb, Span<byte> bgr)
    {
        for (int i = 0; i < rgb.Length; i += 3)
        {
            bgr[i] = rgb[i + 2];
            bgr[i + 1] = rgb[i + 1];
            bgr[i + 2] = rgb[i];
        }
    }
}
