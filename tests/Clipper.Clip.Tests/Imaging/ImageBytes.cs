using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>Builds small image files byte by byte.</summary>
internal static class ImageBytes
{
    /// <summary>A PNG with the given rows, each with its filter byte; a checksum is spoiled for the chunk named
    /// so.</summary>
    public static byte[] Png(
        (int Width, int Height, byte Depth, byte ColorType) header,
        byte[] rows,
        (string Type, byte[] Data)[]? before = null,
        string? spoiled = null)
    {
        byte[] size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, header.Width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), header.Height);
        (size[8], size[9]) = (header.Depth, header.ColorType);
        using MemoryStream packed = new();
        using (ZLibStream deflate = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(rows);
        }

        (string Type, byte[] Data)[] chunks =
            [("IHDR", size), .. before ?? [], ("IDAT", packed.ToArray()), ("IEND", [])];
        IEnumerable<byte> body = chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Data, chunk.Type == spoiled));
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. body];
    }

    /// <summary>A bitmap with a 40-byte header; a negative height is top-down.</summary>
    public static byte[] Bmp(
        int width, int height, short bits, byte[] palette, byte[] pixels, int compression = 0, byte[]? masks = null)
    {
        byte[] head = new byte[54];
        "BM"u8.CopyTo(head);
        int start = 54 + (masks?.Length ?? 0) + palette.Length;
        (int At, int Value)[] fields =
        [
            (2, start + pixels.Length), (10, start), (14, 40), (18, width), (22, height), (26, 1 | (bits << 16)),
            (30, compression), (34, pixels.Length), (46, palette.Length / 4),
        ];
        foreach ((int at, int value) in fields)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(at), value);
        }

        return [.. head, .. masks ?? [], .. palette, .. pixels];
    }

    /// <summary>A GIF of one frame whose codes are all literal. The palette has 4 colours or none.</summary>
    public static byte[] Gif(
        (int Width, int Height) screen,
        (int Left, int Top, int Width, int Height) frame,
        byte[] palette,
        byte[] indices,
        int transparent = -1,
        byte[]? before = null)
    {
        byte[] control = transparent < 0 ? [] : [0x21, 0xF9, 4, 1, 0, 0, (byte)transparent, 0];
        byte flags = palette.Length > 0 ? (byte)0x81 : (byte)0;
        return
        [
            .. "GIF89a"u8, .. Short(screen.Width), .. Short(screen.Height), flags, 0, 0, .. palette,
            .. before ?? [], .. control,
            0x2C, .. Short(frame.Left), .. Short(frame.Top), .. Short(frame.Width), .. Short(frame.Height), 0,
            2, .. Codes(indices), 0, 0x3B,
        ];
    }

    /// <summary>Three-bit codes: a clear code before every other pixel keeps the code size.</summary>
    private static byte[] Codes(byte[] indices)
    {
        List<int> codes = [.. indices.SelectMany((index, i) => i % 2 == 0 ? new[] { 4, index } : [index]), 5];
        byte[] bytes = new byte[((codes.Count * 3) + 7) / 8];
        for (int i = 0; i < codes.Count * 3; i++)
        {
            bytes[i / 8] |= (byte)(((codes[i / 3] >> (i % 3)) & 1) << (i % 8));
        }

        return [.. bytes.Chunk(255).SelectMany(block => new[] { (byte)block.Length }.Concat(block))];
    }

    private static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Chunk(string type, byte[] data, bool isSpoiled)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body) ^ (isSpoiled ? 1u : 0));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
