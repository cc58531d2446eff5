using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

public sealed class RasterCropTests
{
    [Theory]
    [InlineData(ImageMode.Grey, 1)]
    [InlineData(ImageMode.Rgb, 3)]
    [InlineData(ImageMode.Cmyk, 4)]
    public void Crop_takes_rows_and_columns_as_a_slice_does(ImageMode mode, int bytes)
    {
        byte[] pixels = [.. Enumerable.Range(0, 7 * 5 * bytes).Select(i => (byte)i)];
        using var picture = Raster.FromPixels(mode, 7, 5, pixels);

        using Raster cut = picture.Crop(new(2, 1, 3, 2));

        Assert.Equal((mode, 3, 2), (cut.Mode, cut.Width, cut.Height));
        byte[] expected =
        [
            .. from row in Enumerable.Range(1, 2)
               from column in Enumerable.Range(2, 3)
               from b in Enumerable.Range(0, bytes)
               select pixels[(((row * 7) + column) * bytes) + b],
        ];
        Assert.Equal(expected, cut.Pixels.ToArray());
    }

    [Theory]
    [InlineData(5, 3, 9, 9, 2, 2)]
    [InlineData(0, 0, int.MaxValue, int.MaxValue, 7, 5)]
    public void Crop_is_cut_at_the_border(int x, int y, int width, int height, int expectedWidth, int expectedHeight)
    {
        using var picture = Raster.FromPixels(ImageMode.Grey, 7, 5, new byte[35]);

        using Raster cut = picture.Crop(new(x, y, width, height));

        Assert.Equal((expectedWidth, expectedHeight), (cut.Width, cut.Height));
    }

    [Theory]
    [InlineData(7, 0, 1, 1)]
    [InlineData(0, 5, 1, 1)]
    [InlineData(2, 2, 0, 1)]
    public void Crop_outside_is_refused(int x, int y, int width, int height)
    {
        using var picture = Raster.FromPixels(ImageMode.Grey, 7, 5, new byte[35]);

        Assert.Throws<ArgumentException>(() => picture.Crop(new(x, y, width, height)));
    }
}
