using Clipper.Clip.Imaging;
using Clipper.Clip.Imaging.Augmentation;
using Clipper.Core.Randomness;

namespace Clipper.Clip.Tests.Imaging.Augmentation;

public sealed class PictureAugmentationTests
{
    private const double Tolerance = 3e-6;

    public static TheoryData<string> Cases => [.. SimClrCases.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Apply_gives_what_numpy_gives(string name)
    {
        FloatPicture changed = PictureAugmentation.Apply(SimClrCases.Picture(), SimClrCases.Draw(name));

        float[] expected = SimClrCases.Expected(name);
        Assert.Equal(expected.Length, changed.Values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], changed.Values[i], Tolerance);
        }
    }

    [Fact]
    public void Draw_that_changes_nothing_gives_the_same_bytes()
    {
        byte[] pixels = [.. Enumerable.Range(0, 4 * 5 * 3).Select(i => (byte)(i * 4))];
        using var picture = Raster.FromPixels(ImageMode.Rgb, 4, 5, pixels);
        var draw = new AugmentationDraw(new CropBox(0, 0, 4, 5), false, [], false, BlurSigma: 0.1f);

        using Raster same = PictureAugmentation.Apply(picture, draw);

        Assert.Equal((ImageMode.Rgb, 4, 5), (same.Mode, same.Width, same.Height));
        for (int i = 0; i < pixels.Length; i++)
        {
            Assert.InRange(same.Pixels[i], Math.Max(0, pixels[i] - 1), pixels[i]); // v / 255 · 255 is cut, not rounded
        }
    }

    [Fact]
    public void Grey_picture_becomes_rgb_of_the_same_size()
    {
        using var picture = Raster.FromPixels(ImageMode.Grey, 30, 20, new byte[600]);
        var draw = AugmentationDraw.Of(AugmentationSpec.SimClr, 30, 20, new Seed(1));

        using Raster copy = PictureAugmentation.Apply(picture, draw);

        Assert.Equal((ImageMode.Rgb, 30, 20), (copy.Mode, copy.Width, copy.Height));
    }
}
