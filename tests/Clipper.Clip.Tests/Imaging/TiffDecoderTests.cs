using System.Globalization;
using Clipper.Clip.Imaging;
using Clipper.Testing;
using Clipper.Testing.Pictures;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>Hand-made TIFF files; what is expected of each is what Pillow 9.4.0 gave for it.</summary>
public sealed class TiffDecoderTests
{
    private static readonly uint[] Ramp =
        [.. Enumerable.Range(0, 3).SelectMany(c => Enumerable.Range(0, 4).Select(i => (uint)((i * 4096) + (c * 256))))];

    /// <summary>Name, file, mode and pixels.</summary>
    public static TheoryData<string, byte[], string, int[]> Readable => new()
    {
        { "bilevel", Tiff(3, 1, 1, 1, 1, [[0b101_00000]]), "1", [255, 0, 255] },
        { "bilevel, white is zero", Tiff(3, 1, 1, 1, 0, [[0b101_00000]]), "1", [0, 255, 0] },
        { "bilevel, low bits first", Tiff(3, 1, 1, 1, 1, [[0b0000_0011]], (266, [2])), "1", [255, 255, 0] },
        { "grey of 2 bits", Tiff(4, 1, 2, 1, 1, [[0b00_01_10_11]]), "L", [0, 85, 170, 255] },
        { "grey of 4 bits", Tiff(2, 1, 4, 1, 1, [[0x1F]]), "L", [17, 255] },
        { "grey of 4 bits, white is zero", Tiff(2, 1, 4, 1, 0, [[0x1F]]), "L", [238, 0] },
        { "grey", Tiff(2, 1, 8, 1, 1, [[9, 200]]), "L", [9, 200] },
        { "grey, white is zero", Tiff(2, 1, 8, 1, 0, [[9, 200]]), "L", [246, 55] },
        { "grey and alpha", Tiff(1, 1, 8, 2, 1, [[9, 100]], (338, [2])), "LA", [9, 100] },
        { "rgb", Tiff(1, 2, 8, 3, 2, [[1, 2, 3], [4, 5, 6]], (278, [1])), "RGB", [1, 2, 3, 4, 5, 6] },
        { "rgb, big-endian", Tiff(1, 1, 8, 3, 2, [[1, 2, 3]], isBigEndian: true), "RGB", [1, 2, 3] },
        { "rgb of 16 bits", Tiff(1, 1, 16, 3, 2, [[9, 1, 9, 2, 9, 3]]), "RGB", [1, 2, 3] },
        { "rgb of 16 bits, big-endian", Tiff(1, 1, 16, 3, 2, [[1, 9, 2, 9, 3, 9]], true), "RGB", [1, 2, 3] },
        { "rgb in planes", Tiff(2, 1, 8, 3, 2, [[1, 2], [3, 4], [5, 6]], (284, [2])), "RGB", [1, 3, 5, 2, 4, 6] },
        { "rgba", Tiff(1, 1, 8, 4, 2, [[1, 2, 3, 4]], (338, [2])), "RGBA", [1, 2, 3, 4] },
        { "rgb and something", Tiff(1, 1, 8, 4, 2, [[1, 2, 3, 4]], (338, [0])), "RGB", [1, 2, 3] },
        { "a short strip before other bytes", Tiff(3, 1, 8, 1, 1, [[1, 2]]), "L", [1, 2, 8] },
        { "palette", Tiff(4, 1, 2, 1, 3, [[0b00_01_10_11]], (320, Ramp)), "P", [0, 1, 2, 3] },
        { "cmyk", Tiff(1, 1, 8, 4, 5, [[1, 2, 3, 4]]), "CMYK", [1, 2, 3, 4] },
        { "packed", Packed(), "L", [7, 7, 7, 7, 1, 2] },
        { "tile", Tile(), "L", [0, 1, 2, 16, 17, 18] },
        { "top right", Tiff(2, 2, 8, 1, 1, [[1, 2, 3, 4]], (274, [2])), "L", [2, 1, 4, 3] },
        { "bottom right", Tiff(2, 2, 8, 1, 1, [[1, 2, 3, 4]], (274, [3])), "L", [4, 3, 2, 1] },
        { "bottom left", Tiff(2, 2, 8, 1, 1, [[1, 2, 3, 4]], (274, [4])), "L", [3, 4, 1, 2] },
        { "left top", Tiff(3, 2, 8, 1, 1, [[1, 2, 3, 4, 5, 6]], (274, [5])), "L", [1, 4, 2, 5, 3, 6] },
        { "right top", Tiff(3, 2, 8, 1, 1, [[1, 2, 3, 4, 5, 6]], (274, [6])), "L", [4, 1, 5, 2, 6, 3] },
        { "right bottom", Tiff(3, 2, 8, 1, 1, [[1, 2, 3, 4, 5, 6]], (274, [7])), "L", [6, 3, 5, 2, 4, 1] },
        { "left bottom", Tiff(3, 2, 8, 1, 1, [[1, 2, 3, 4, 5, 6]], (274, [8])), "L", [3, 6, 2, 5, 1, 4] },
    };

    /// <summary>Name, file and words of the error. Pillow refuses them too, but for kinds that no data set here has
    /// (floating point, premultiplied alpha, Lab), grey of 16 bits, which it cannot resize, and huge tiles.</summary>
    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "start.tif", [.. "II"u8, 42, 0, 8, 0, 0, 0], "TIFF" },
        { "loop.tif", [.. "II"u8, 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0], "TIFF" },
        { "cut.tif", Cut(Tiff(9, 9, 8, 3, 2, [new byte[243]])), "TIFF" },
        { "beyond.tif", Beyond(), "is truncated: the TIFF data end" },
        { "bomb.tif", Tiff(60_000, 60_000, 8, 1, 1, [[0]]), "is 60000 × 60000 pixels, over the limit" },
        { "hollow.tif", Tiff(10_000, 10_000, 8, 1, 1, [[0]]), "is truncated: the TIFF data end" },
        { "flat.tif", Tiff(0, 9, 8, 1, 1, [[0]]), "TIFF" },
        { "grey16.tif", Tiff(1, 1, 16, 1, 1, [[1, 2]]), "of a kind that is not read: 1 unsigned samples of 16 bits" },
        { "float.tif", Tiff(1, 1, 32, 1, 1, [[0, 0, 0, 0]], (339, [3])), "floating point samples of 32 bits" },
        { "alpha.tif", Tiff(1, 1, 8, 4, 2, [[1, 2, 3, 4]], (338, [1])), "1 extra samples of kind 1" },
        { "lab.tif", Tiff(1, 1, 8, 3, 8, [[1, 2, 3]]), "photometric interpretation 8" },
        { "tiles.tif", Tiff(1, 1, 8, 1, 1, [[1]], (322, [65520]), (323, [65520])), "TIFF" },
        { "lzw.tif", Compressed(5, [1, 2, 3]), "TIFF" },
        { "unknown.tif", Compressed(4242, [1, 2, 3]), "TIFF" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void File_of_a_supported_form_decodes_as_in_pillow(string name, byte[] file, string mode, int[] pixels)
    {
        using Raster raster = ImageDecoder.Decode(file, name);

        Assert.Equal(mode, raster.Mode.PillowName());
        Assert.Equal(pixels, raster.Pixels.ToArray().Select(value => (int)value));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Bad_file_is_an_error_that_names_it(string name, byte[] file, string words)
    {
        ImageException error = Assert.Throws<ImageException>(() => ImageDecoder.Decode(file, name).Dispose());

        Assert.StartsWith($"{name}: is ", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Palette_keeps_the_high_bytes()
    {
        using Raster raster = ImageDecoder.Decode(Tiff(4, 1, 2, 1, 3, [[0b00_01_10_11]], (320, Ramp)), "palette.tif");

        using Raster rgb = raster.ToRgb();

        Assert.Equal([0, 1, 2, 16, 17, 18, 32, 33, 34, 48, 49, 50], rgb.Pixels.ToArray());
    }

    [Fact]
    public void Drawn_picture_comes_back_and_its_mutations_give_a_picture_or_an_error()
    {
        var picture = DrawnPicture.Of(3, 1, 30, 21);
        byte[] file = TiffBytes.Of(picture);
        using (Raster raster = ImageDecoder.Decode(file, "drawn.tif"))
        {
            Assert.Equal(picture.Pixels, raster.Pixels.ToArray());
        }

        int refused = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. file];
            int at = i % 3 == 0 ? i % 8 : file.Length - 1 - (i * 7 % 150);
            damaged[at] ^= (byte)(1 << (i / 8 % 8));
            try
            {
                ImageDecoder.Decode(damaged, "damaged.tif").Dispose();
            }
            catch (ImageException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 100, 2900);
    }

    /// <summary>Files that Pillow wrote in several compressions, with the pixels that it reads.</summary>
    [Fact]
    public void Files_of_pillow_give_its_pixels()
    {
        string folder = RepositoryRoot.Combine("tests", "Clipper.Clip.Tests", "Imaging", "Tiff");
        string[] files = Directory.GetFiles(folder, "*.tif");

        Assert.NotEmpty(files);
        foreach (string path in files)
        {
            string[] lines = File.ReadAllLines(Path.ChangeExtension(path, ".txt"));
            using Raster raster = ImageDecoder.Decode(File.ReadAllBytes(path), path);
            string size = string.Create(CultureInfo.InvariantCulture, $"{raster.Width} {raster.Height}");
            Assert.Equal($"{raster.Mode.PillowName()} {size}", lines[0]);
            Assert.Equal(lines[1], Convert.ToHexStringLower(raster.Pixels));
        }
    }

    private static byte[] Tiff(
        int width, int height, int bits, int samples, int photometric, byte[][] blocks,
        params (ushort Tag, uint[] Values)[] more) =>
        Tiff(width, height, bits, samples, photometric, blocks, isBigEndian: false, more);

    private static byte[] Tiff(
        int width, int height, int bits, int samples, int photometric, byte[][] blocks, bool isBigEndian,
        params (ushort Tag, uint[] Values)[] more)
    {
        (ushort, uint[])[] fields =
        [
            (256, [(uint)width]), (257, [(uint)height]), (258, [.. Enumerable.Repeat((uint)bits, samples)]),
            (259, [1]), (262, [(uint)photometric]), (277, [(uint)samples]),
        ];
        uint[] ends = [.. more.Select(field => (uint)field.Tag)];
        return TiffBytes.Of(
            [.. fields.Where(field => !ends.Contains(field.Item1)), .. more], blocks, ends.Contains(322u), isBigEndian);
    }

    private static byte[] Compressed(uint kind, byte[] strip) =>
        Tiff(4, 1, 8, 1, 1, [strip], (259, [kind]));

    // PackBits: four sevens, then two bytes as they are.
    private static byte[] Packed() => Tiff(6, 1, 8, 1, 1, [[0xFD, 7, 1, 1, 2]], (259, [32773]));

    private static byte[] Tile() => Tiff(
        3, 2, 8, 1, 1, [[.. Enumerable.Range(0, 256).Select(i => (byte)i)]], (322, [16]), (323, [16]));

    private static byte[] Cut(byte[] file) => file[..200];

    // The strip is said to lie behind the end of the file.
    private static byte[] Beyond()
    {
        byte[] file = Tiff(9, 9, 8, 1, 1, [new byte[81]]);
        int field = file.AsSpan().IndexOf<byte>([0x11, 0x01, 3, 0]);
        file[field + 8] = 0xF0;
        file[field + 9] = 0xFF;
        return file;
    }
}
