using System.Globalization;
using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

public sealed class ImagePreprocessorTests
{
    [Fact]
    public void Fingerprint_names_everything_that_decides_the_pixels()
    {
        PreprocessSpec spec = PreprocessSpec.Clip(224);
        PreprocessSpec[] others =
        [
            spec with { Size = 225 },
            spec with { Order = PreprocessOrder.HuggingFace },
            .. Enum.GetValues<PreprocessDetour>().Where(detour => detour != PreprocessDetour.None)
                .Select(detour => spec with { Detour = detour }),
            spec with { Mean = new ChannelTriple(0.5f, 0.4578275f, 0.40821073f) },
            spec with { Std = new ChannelTriple(0.5f, 0.26130258f, 0.27577711f) },
        ];

        string fingerprint = new ImagePreprocessor(spec).Fingerprint;

        Assert.Equal(fingerprint, new ImagePreprocessor(PreprocessSpec.Clip(224)).Fingerprint);
        string[] distinct = [fingerprint, .. others.Select(other => new ImagePreprocessor(other).Fingerprint)];
        Assert.Equal(others.Length + 1, distinct.Distinct().Count());
        Assert.Contains("libjpeg-turbo", fingerprint, StringComparison.Ordinal);
        Assert.Contains("mean 0.4814546", fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_does_not_depend_on_culture()
    {
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(224));
        string expected = preprocessor.Fingerprint;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, preprocessor.Fingerprint);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Size_that_is_not_positive_is_refused(int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImagePreprocessor(PreprocessSpec.Clip(size)));
    }

    [Fact]
    public void Buffer_of_another_length_is_refused()
    {
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(8));
        using Raster picture = Raster.FromPixels(ImageMode.Grey, 1, 1, [1]);

        Assert.Throws<ArgumentException>(() => preprocessor.ToPixels(picture, "one", new byte[(8 * 8 * 3) - 1]));
        Assert.Throws<ArgumentException>(() => preprocessor.Normalize(new byte[8 * 8 * 3], new float[1]));
    }

    [Fact]
    public void Many_threads_give_the_pixels_of_one()
    {
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(32));
        string[] images = [.. PreprocessGoldens.Names];
        byte[][] encoded = [.. images.Select(PreprocessGoldens.Encoded)];
        byte[][] expected = [.. encoded.Select((bytes, i) => Pixels(preprocessor, bytes, images[i]))];

        Parallel.For(0, 20 * images.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            int image = i % images.Length;
            Assert.Equal(expected[image], Pixels(preprocessor, encoded[image], images[image]));
        });
    }

    [Theory]
    [InlineData(30000, 1)]
    [InlineData(1, 30000)]
    public void Narrow_picture_needs_memory_for_the_crop_alone(int width, int height)
    {
        byte[] source = [.. Enumerable.Range(0, 30000).Select(i => (byte)(i / 50))];
        using Raster picture = Raster.FromPixels(ImageMode.Grey, width, height, source);
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(224));
        byte[] pixels = new byte[224 * 224 * 3];

        long before = GC.GetAllocatedBytesForCurrentThread();
        preprocessor.ToPixels(picture, "narrow", pixels);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 8 << 20, $"{allocated} bytes");
        Assert.All(pixels, value => Assert.InRange(value, (15000 / 50 % 256) - 1, (15000 / 50 % 256) + 1));
    }

    [Fact]
    public void Picture_too_narrow_for_pillow_is_an_error_that_names_it()
    {
        using Raster picture = Raster.FromPixels(ImageMode.Grey, 10_000_000, 1, new byte[10_000_000]);
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(224));

        ImageException error = Assert.Throws<ImageException>(
            () => preprocessor.ToPixels(picture, "thread.png", new byte[224 * 224 * 3]));

        Assert.StartsWith("thread.png: is too narrow (10000000 × 1 pixels)", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Pixels(ImagePreprocessor preprocessor, byte[] encoded, string name)
    {
        byte[] pixels = new byte[preprocessor.Spec.Size * preprocessor.Spec.Size * 3];
        preprocessor.ToPixels(encoded, name, pixels);
        return pixels;
    }
}
