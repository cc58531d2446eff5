using System.Runtime.InteropServices;
using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>Hand-made files; what is expected of each is what Pillow 9.4.0 gave for it.</summary>
public sealed class ImageDecoderTests
{
    private static readonly byte[] Colors = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];

    /// <summary>Name, file, mode, and pixels (of I: the integers).</summary>
    public static TheoryData<string, byte[], string, int[]> Readable => new()
    {
        { "png 1 bit grey", ImageBytes.Png((3, 1, 1, 0), [0, 0b101_00000]), "1", [255, 0, 255] },
        { "png 2 bit grey", ImageBytes.Png((4, 1, 2, 0), [0, 0b00_01_10_11]), "L", [0, 85, 170, 255] },
        { "png 4 bit grey", ImageBytes.Png((2, 1, 4, 0), [0, 0x1F]), "L", [17, 255] },
        { "png 16 bit grey", ImageBytes.Png((2, 1, 16, 0), [0, 0x12, 0x34, 0xFF, 0xFF]), "I", [0x1234, 65535] },
        { "png 16 bit rgb", ImageBytes.Png((1, 1, 16, 2), [0, 1, 255, 2, 255, 3, 255]), "RGB", [1, 2, 3] },
        { "png grey alpha", ImageBytes.Png((1, 1, 8, 4), [0, 9, 100]), "LA", [9, 100] },
        { "png 16 bit grey alpha", ImageBytes.Png((1, 1, 16, 4), [0, 9, 255, 100, 255]), "RGBA", [9, 9, 9, 100] },
        { "png 16 bit rgba", ImageBytes.Png((1, 1, 16, 6), [0, 1, 0, 2, 0, 3, 0, 4, 0]), "RGBA", [1, 2, 3, 4] },
        { "png palette", ImageBytes.Png((2, 1, 8, 3), [0, 3, 0], [("PLTE", Colors)]), "P", [3, 0] },
        { "png palette and alpha", Transparent(), "P", [3, 0] },
        { "png index beyond palette", ImageBytes.Png((2, 1, 8, 3), [0, 200, 0], [("PLTE", Colors)]), "P", [200, 0] },
        { "png spoiled sum of pixels", ImageBytes.Png((1, 1, 8, 0), [0, 7], spoiled: "IDAT"), "L", [7] },
        { "png without its end", ImageBytes.Png((1, 1, 8, 0), [0, 7])[..^12], "L", [7] },
        { "png without its last sum", ImageBytes.Png((1, 1, 8, 0), [0, 7])[..^14], "L", [7] },
        { "gif plain", ImageBytes.Gif((2, 1), (0, 0, 2, 1), Colors, [3, 1]), "P", [3, 1] },
        { "gif small frame", ImageBytes.Gif((3, 1), (1, 0, 1, 1), Colors, [2]), "P", [0, 2, 0] },
        { "gif small transparent frame", ImageBytes.Gif((3, 1), (1, 0, 1, 1), Colors, [2], 3), "P", [3, 2, 3] },
        { "gif frame beyond the screen", ImageBytes.Gif((1, 1), (1, 0, 2, 1), Colors, [2, 1]), "P", [0, 2, 1] },
        { "gif grey", ImageBytes.Gif((2, 1), (0, 0, 2, 1), [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], [3, 1]), "L", [3, 1] },
        { "gif without palette", ImageBytes.Gif((2, 1), (0, 0, 2, 1), [], [3, 1]), "L", [3, 1] },
        { "gif stray bytes", ImageBytes.Gif((2, 1), (0, 0, 2, 1), Colors, [3, 1], before: [0, 0, 7]), "P", [3, 1] },
        { "gif without trailer", ImageBytes.Gif((2, 1), (0, 0, 2, 1), Colors, [3, 1])[..^2], "P", [3, 1] },
        { "bmp 1 bit", ImageBytes.Bmp(2, 1, 1, [1, 2, 3, 0, 4, 5, 6, 0], [0x40, 0, 0, 0]), "P", [0, 1] },
        { "bmp 1 bit grey", ImageBytes.Bmp(2, 1, 1, [0, 0, 0, 0, 255, 255, 255, 0], [0x40, 0, 0, 0]), "1", [0, 255] },
        { "bmp 4 bit", ImageBytes.Bmp(2, 1, 4, [1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0], [0x21, 0, 0, 0]), "P", [2, 1] },
        { "bmp 8 bit grey", ImageBytes.Bmp(2, 1, 8, [0, 0, 0, 0, 1, 1, 1, 0, 2, 2, 2, 0], [2, 1, 0, 0]), "L", [2, 1] },
        { "bmp 16 bit", ImageBytes.Bmp(1, 1, 16, [], [0x1F, 0x7C, 0, 0]), "RGB", [255, 0, 255] },
        { "bmp 565", ImageBytes.Bmp(1, 1, 16, [], [0xE0, 7, 0, 0], 3, Masks(0xF800, 0x7E0, 0x1F)), "RGB", [0, 255, 0] },
        { "bmp 24 bit", ImageBytes.Bmp(1, 2, 24, [], [1, 2, 3, 0, 4, 5, 6, 0]), "RGB", [6, 5, 4, 3, 2, 1] },
        { "bmp top-down", ImageBytes.Bmp(1, -2, 24, [], [1, 2, 3, 0, 4, 5, 6, 0]), "RGB", [3, 2, 1, 6, 5, 4] },
        { "bmp 32 bit", ImageBytes.Bmp(1, 1, 32, [], [1, 2, 3, 4]), "RGB", [3, 2, 1] },
        { "bmp 24 bit without its last padding", ImageBytes.Bmp(1, 1, 24, [], [1, 2, 3]), "RGB", [3, 2, 1] },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void File_of_a_supported_form_decodes_as_in_pillow(string name, byte[] file, string mode, int[] pixels)
    {
        using Raster raster = ImageDecoder.Decode(file, name);

        Assert.Equal(mode, raster.Mode.PillowName());
        int[] actual = raster.Mode == ImageMode.Int32
            ? MemoryMarshal.Cast<byte, int>(raster.Pixels).ToArray()
            : [.. raster.Pixels.ToArray().Select(value => (int)value)];
        Assert.Equal(pixels, actual);
    }

    [Fact]
    public void Index_beyond_the_palette_is_grey()
    {
        using Raster raster = ImageDecoder.Decode(
            ImageBytes.Png((2, 1, 8, 3), [0, 200, 0], [("PLTE", Colors)]), "beyond.png");

        using Raster rgb = raster.ToRgb();

        Assert.Equal([200, 200, 200, 10, 20, 30], rgb.Pixels.ToArray());
    }

    [Fact]
    public void Sixteen_bit_grey_is_clipped_and_not_scaled()
    {
        byte[] file = ImageBytes.Png((2, 1, 16, 0), [0, 0, 0x34, 0x12, 0x34]);
        using Raster raster = ImageDecoder.Decode(file, "grey16.png");

        using Raster rgb = raster.ToRgb();

        Assert.Equal([0x34, 0x34, 0x34, 255, 255, 255], rgb.Pixels.ToArray());
    }

    private static byte[] Transparent() =>
        ImageBytes.Png((2, 1, 8, 3), [0, 3, 0], [("PLTE", Colors), ("tRNS", [255, 0, 128])]);

    private static byte[] Masks(int r, int g, int b) => [.. new[] { r, g, b }.SelectMany(BitConverter.GetBytes)];
}
