using System.Buffers.Binary;
using System.Text;
using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>Files that Pillow 9.4.0 refuses too: each is an error that names the file, says what is wrong and how to go
/// on.</summary>
public sealed class BadImageTests
{
    private const long AllocationLimit = 1 << 20;

    private static readonly byte[] Colors = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];

    /// <summary>Name, file, and words of the error.</summary>
    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "empty.jpg", [], "is empty (0 bytes)" },
        { "page.jpg", Encoding.ASCII.GetBytes("<!DOCTYPE html><title>404</title>"), "is text, not an image" },
        { "picture.webp", [.. "RIFF"u8, 8, 0, 0, 0, .. "WEBPVP8 "u8], "is WebP; expected JPEG, PNG, GIF, BMP or TIFF" },
        { "noise.png", [1, 2, 3, 4, 5], "is no image of a known format (it starts with 0102030405)" },
        { "start.jpg", [0xFF, 0xD8, 0xFF], "is truncated: the JPEG data end" },
        { "lossless.jpg", Jpeg(0xC3, 8, 4, 4, 3), "is not a readable JPEG" },
        { "twelve-bit.jpg", Jpeg(0xC0, 12, 4, 4, 3), "is not a readable JPEG" },
        { "two-channel.jpg", Jpeg(0xC0, 8, 4, 4, 2), "2 components" },
        { "bomb.jpg", Jpeg(0xC0, 8, 60000, 50000, 3), "is 60000 × 50000 pixels, over the limit of 178956970" },
        { "signature.png", [0x89, .. "PNG\r\n\x1A\n"u8], "is truncated: the PNG data end" },
        { "half.png", Half(ImageBytes.Png((9, 9, 8, 0), new byte[90])), "is truncated: the PNG data end" },
        { "short.png", ImageBytes.Png((9, 9, 8, 0), new byte[55]), "is not a readable PNG: Not enough image data" },
        { "header.png", ImageBytes.Png((9, 9, 8, 0), new byte[90], spoiled: "IHDR"), "PNG: IHDR: CRC error" },
        { "text.png", ImageBytes.Png((9, 9, 8, 0), new byte[90], [("tEXt", [65, 0, 66])], "tEXt"), "tEXt: CRC error" },
        { "depth.png", ImageBytes.Png((9, 9, 3, 0), new byte[90]), "is not a readable PNG" },
        { "zero.png", ImageBytes.Png((0, 9, 8, 0), new byte[90]), "is not a readable PNG" },
        { "filter.png", ImageBytes.Png((1, 1, 8, 0), [9, 0]), "bad adaptive filter value" },
        { "bomb.png", ImageBytes.Png((100_000, 100_000, 1, 0), [0]), "is 100000 × 100000 pixels, over the limit" },
        { "hollow.png", ImageBytes.Png((10_000, 10_000, 8, 0), [0]), "is truncated: the PNG data end" },
        { "screen.gif", [.. "GIF89a"u8, 1, 0], "GIF" },
        { "no-frame.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B], "is not a readable GIF" },
        { "few.gif", ImageBytes.Gif((9, 9), (0, 0, 9, 9), Colors, [1, 2, 3]), "is truncated: the GIF data end" },
        { "flat.gif", ImageBytes.Gif((9, 9), (0, 0, 0, 9), Colors, []), "it says that it is 0 × 9 pixels" },
        { "wild.gif", Wild(ImageBytes.Gif((9, 9), (0, 0, 9, 9), Colors, new byte[81])), "is not a readable GIF" },
        { "bomb.gif", ImageBytes.Gif((65535, 65535), (0, 0, 1, 1), Colors, [1]), "over the limit of 178956970" },
        { "start.bmp", [.. "BM"u8, 0, 0], "is truncated: the BMP data end" },
        { "short.bmp", ImageBytes.Bmp(2, 2, 24, [], new byte[13]), "is truncated: the BMP data end" },
        { "rle.bmp", ImageBytes.Bmp(2, 2, 8, Colors, new byte[8], 1), "compression 1 (RLE8)" },
        { "depth.bmp", ImageBytes.Bmp(2, 2, 64, [], new byte[64]), "64 bits a pixel" },
        { "masks.bmp", ImageBytes.Bmp(1, 1, 32, [], new byte[4], 3, [1, 0, 0, 0, .. new byte[8]]), "masks 1, 0, 0" },
        { "palette.bmp", ImageBytes.Bmp(1, 1, 8, new byte[1200], new byte[4]), "its palette has 300 colours" },
        { "bomb.bmp", ImageBytes.Bmp(20_000, 20_000, 24, [], new byte[4]), "is 20000 × 20000 pixels, over the limit" },
        { "negative.bmp", ImageBytes.Bmp(-2, 2, 24, [], new byte[64]), "over the limit" },
        { "header.bmp", [.. "BM"u8, .. new byte[12], 16, 0, 0, 0, .. new byte[64]], "a header of 16 bytes" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Bad_file_is_an_error_that_names_it_and_costs_no_memory(string name, byte[] file, string words)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ImageException error = Assert.Throws<ImageException>(() => ImageDecoder.Decode(file, name).Dispose());
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.StartsWith($"{name}: is ", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("bad images be left out with the policy 'skip'.", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.ExitCode);
        Assert.True(allocated < AllocationLimit, $"{allocated} bytes");
    }

    [Fact]
    public void Golden_jpeg_cut_anywhere_is_truncated_and_with_an_end_marker_is_not()
    {
        foreach (string image in PreprocessGoldens.Names.Where(name => name.EndsWith(".jpg", StringComparison.Ordinal)))
        {
            byte[] file = PreprocessGoldens.Encoded(image);
            foreach (int length in new[] { 20, file.Length / 2, file.Length - 2, file.Length - 1 })
            {
                Assert.Throws<ImageException>(() => ImageDecoder.Decode(file.AsSpan(0, length), image).Dispose());
            }

            byte[] mended = [.. file.AsSpan(0, file.Length / 2), 0xFF, 0xD9];
            using Raster raster = ImageDecoder.Decode(mended, image);
            Assert.Equal(PreprocessGoldens.Entry(image).GetProperty("size_wh")[0].GetInt32(), raster.Width);
        }
    }

    /// <summary>A frame header of any kind, without a scan.</summary>
    private static byte[] Jpeg(byte marker, byte bits, ushort width, ushort height, byte channels)
    {
        byte[] size = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, height);
        BinaryPrimitives.WriteUInt16BigEndian(size.AsSpan(2), width);
        byte[] components = [.. Enumerable.Range(1, channels).SelectMany(id => new byte[] { (byte)id, 0x11, 0 })];
        byte[] scan = [.. Enumerable.Range(1, channels).SelectMany(id => new byte[] { (byte)id, 0 })];
        return
        [
            0xFF, 0xD8, 0xFF, marker, 0, (byte)(8 + components.Length), bits, .. size, channels, .. components,
            0xFF, 0xDA, 0, (byte)(6 + scan.Length), channels, .. scan, 0, 63, 0, 0, 0xFF, 0xD9,
        ];
    }

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    /// <summary>Puts an undefined code at the start of the pixels.</summary>
    private static byte[] Wild(byte[] gif)
    {
        int codes = gif.AsSpan().LastIndexOf((byte)0x2C) + 12;
        gif[codes] = 0b111_100;
        return gif;
    }
}
