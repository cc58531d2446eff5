using Clipper.Clip.Imaging;
using Clipper.Clip.Imaging.Resampling;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Imaging.Resampling;

public sealed class CenterCropResizerTests
{
    public static TheoryData<ImageMode> Modes =>
    [
        .. Enum.GetValues<ImageMode>().Where(mode => mode != ImageMode.Palette),
    ];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Crop_of_any_mode_equals_the_plain_preprocessing(ImageMode mode)
    {
        Random random = new((int)mode);
        for (int trial = 0; trial < 12; trial++)
        {
            (int width, int height) = (random.Next(1, 120), random.Next(1, 120));
            int size = trial == 0 ? Math.Min(width, height) : random.Next(1, 60);
            using Raster picture = Picture(random, mode, width, height);
            byte[] pixels = new byte[size * size * 3];

            new ImagePreprocessor(PreprocessSpec.Clip(size)).ToPixels(picture, "picture", pixels);

            byte[] expected = PlainPillow.Preprocess(picture, size);
            Assert.True(expected.AsSpan().SequenceEqual(pixels), $"{width} × {height} → {size}");
        }
    }

    [SharedDataFact("data", "coco", "val2017")]
    public void Real_photographs_equal_the_plain_preprocessing()
    {
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(224));
        byte[] pixels = new byte[224 * 224 * 3];
        string folder = SharedData.Combine("data", "coco", "val2017");
        foreach (string path in Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Take(6))
        {
            using Raster photo = ImageDecoder.Decode(File.ReadAllBytes(path), path);

            preprocessor.ToPixels(photo, path, pixels);

            Assert.True(PlainPillow.Preprocess(photo, 224).AsSpan().SequenceEqual(pixels), path);
        }
    }

    [Theory]
    [InlineData(640, 427, 224, 335, 224, 56, 0)]
    [InlineData(427, 640, 224, 224, 335, 0, 56)]
    [InlineData(300, 200, 224, 336, 224, 56, 0)]
    [InlineData(229, 224, 224, 229, 224, 2, 0)]
    [InlineData(227, 224, 224, 227, 224, 2, 0)]
    [InlineData(225, 224, 224, 225, 224, 0, 0)]
    [InlineData(1, 30000, 224, 224, 6720000, 0, 3359888)]
    public void Geometry_truncates_the_longer_side_and_rounds_the_offset_to_even(
        int width, int height, int size, int resizedWidth, int resizedHeight, int left, int top)
    {
        Assert.Equal(new CropGeometry(resizedWidth, resizedHeight, left, top), CropGeometry.For(width, height, size));
    }

    private static Raster Picture(Random random, ImageMode mode, int width, int height)
    {
        byte[] pixels = new byte[width * height * mode.BytesPerPixel()];
        random.NextBytes(pixels);
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = mode switch
            {
                ImageMode.Bilevel => (byte)(pixels[i] < 128 ? 0 : 255),
                ImageMode.Int32 when i % 4 >= 2 => 0,
                ImageMode.Int32 when i % 4 == 1 => (byte)(pixels[i] % 2),
                _ => pixels[i],
            };
        }

        return Raster.FromPixels(mode, width, height, pixels);
    }
}
