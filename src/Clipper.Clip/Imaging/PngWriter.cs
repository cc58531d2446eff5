using System.Buffers.Binary;
using System.IO.Compression;
using Clipper.Clip.Files;

namespace Clipper.Clip.Imaging;

/// <summary>Writes pictures as 8-bit RGB PNG files (PNG specification, 3rd edition).</summary>
public static class PngWriter
{
    private const int ChannelsOfRgb = 3;
    private const byte SubFilter = 1;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The bytes of a PNG file; a mode other than RGB is converted first
    /// (<see cref="Raster.ToRgb"/>).</summary>
    public static byte[] Write(Raster picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Mode != ImageMode.Rgb)
        {
            using Raster rgb = picture.ToRgb();
            return Write(rgb);
        }

        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, Header(picture.Width, picture.Height));
        WriteChunk(file, "IDAT"u8, Pack(picture));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Header(int width, int height)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        return header;
    }

    // Every row is stored as differences from the pixel to the left, which packs pictures better than their values.
    private static byte[] Pack(Raster picture)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            byte[] line = new byte[picture.Stride];
            for (int y = 0; y < picture.Height; y++)
            {
                ReadOnlySpan<byte> row = picture.Pixels.Slice(y * picture.Stride, picture.Stride);
                for (int i = 0; i < line.Length; i++)
                {
                    line[i] = (byte)(row[i] - (i < ChannelsOfRgb ? 0 : row[i - ChannelsOfRgb]));
                }

                zlib.WriteByte(SubFilter);
                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] body = [.. name, .. content];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(body));
        file.Write(number);
    }
}
