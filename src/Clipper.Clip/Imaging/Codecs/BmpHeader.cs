using System.Buffers.Binary;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>The headers of a Windows or OS/2 bitmap.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="IsTopDown">Whether the first row in the file is the top one.</param>
/// <param name="Bits">Bits a pixel.</param>
/// <param name="Compression">0 none, 1 RLE8, 2 RLE4, 3 bit fields.</param>
/// <param name="Colors">Entries of the palette.</param>
/// <param name="PaletteStart">First byte after the headers: the palette, where there is one.</param>
/// <param name="EntrySize">Bytes of a palette entry: 4, or 3 in the OS/2 form.</param>
/// <param name="PixelStart">First byte of the pixels.</param>
/// <param name="Masks">Bits of red, green, blue and alpha where compression is 3.</param>
internal sealed record BmpHeader(
    long Width, long Height, bool IsTopDown, int Bits, uint Compression, long Colors,
    int PaletteStart, int EntrySize, long PixelStart, (uint R, uint G, uint B, uint A) Masks)
{
    /// <summary>Compression of bit fields.</summary>
    public const uint BitFields = 3;

    private const int FileHeaderSize = 14;

    /// <summary>Bytes of a row in the file: a multiple of four.</summary>
    public long Stride => ((Width * Bits) + 31) / 8 & ~3L;

    /// <summary>Reads both headers.</summary>
    public static BmpHeader Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < FileHeaderSize + 4)
        {
            throw ImageFailure.Truncated(name, BmpDecoder.Format);
        }

        uint size = U32(file, FileHeaderSize);
        if (size is not (12 or 40 or 64 or 108 or 124))
        {
            throw ImageFailure.Unsupported(name, BmpDecoder.Format, $"a header of {size} bytes");
        }

        if (file.Length < FileHeaderSize + size)
        {
            throw ImageFailure.Truncated(name, BmpDecoder.Format);
        }

        return size == 12 ? ReadOs2(file) : ReadWindows(file, (int)size, name);
    }

    private static BmpHeader ReadOs2(ReadOnlySpan<byte> file)
    {
        const int end = FileHeaderSize + 12;
        int bits = U16(file, 24);
        long colors = 1L << Math.Min(bits, 32);
        long start = PixelOffset(file, end, bits, colors, end);
        return new BmpHeader(U16(file, 18), U16(file, 20), false, bits, 0, colors, end, 3, start, default);
    }

    private static BmpHeader ReadWindows(ReadOnlySpan<byte> file, int size, string name)
    {
        bool topDown = file[25] == 0xFF;
        long height = topDown ? (1L << 32) - U32(file, 22) : U32(file, 22);
        int bits = U16(file, 28);
        uint compression = U32(file, 30);
        long colors = U32(file, 46);
        colors = colors != 0 ? colors : 1L << Math.Min(bits, 32);
        int headerEnd = FileHeaderSize + size;
        int end = headerEnd;
        (uint, uint, uint, uint) masks = default;
        if (compression == BitFields)
        {
            end = size == 40 ? headerEnd + 12 : headerEnd;
            masks = ReadMasks(file, size, name);
        }

        long start = PixelOffset(file, headerEnd, bits, colors, end);
        return new BmpHeader(U32(file, 18), height, topDown, bits, compression, colors, end, 4, start, masks);
    }

    private static (uint R, uint G, uint B, uint A) ReadMasks(ReadOnlySpan<byte> file, int size, string name)
    {
        const int first = 54;
        if (file.Length < first + 12)
        {
            throw ImageFailure.Truncated(name, BmpDecoder.Format);
        }

        uint alpha = size >= 56 ? U32(file, first + 12) : 0;
        return (U32(file, first), U32(file, first + 4), U32(file, first + 8), alpha);
    }

    /// <summary>Where the pixels start. Some writers count the palette out (Pillow mends it alike); 0 means right after
    /// the palette.</summary>
    private static long PixelOffset(ReadOnlySpan<byte> file, int headerEnd, int bits, long colors, int paletteStart)
    {
        long offset = U32(file, 10);
        if (offset == headerEnd && bits <= 8)
        {
            return offset + (4 * colors);
        }

        long palette = bits <= 8 ? colors * (headerEnd == FileHeaderSize + 12 ? 3 : 4) : 0;
        return offset != 0 ? offset : paletteStart + palette;
    }

    private static int U16(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);

    private static uint U32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
}
