using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

public sealed class BmpWriterTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(4, 5)]
    [InlineData(33, 17)]
    public void Written_picture_is_read_back_as_it_was(int width, int height)
    {
        byte[] pixels = new byte[width * height * 3];
        new Random(width).NextBytes(pixels);
        using Raster picture = Raster.FromPixels(ImageMode.Rgb, width, height, pixels);

        using Raster read = ImageDecoder.Decode(BmpWriter.Write(picture), "picture.bmp");

        Assert.Equal((ImageMode.Rgb, width, height), (read.Mode, read.Width, read.Height));
        Assert.Equal(pixels, read.Pixels.ToArray());
    }

    [Fact]
    public void Grey_picture_is_written_as_rgb()
    {
        using Raster grey = Raster.FromPixels(ImageMode.Grey, 2, 1, [7, 200]);

        using Raster read = ImageDecoder.Decode(BmpWriter.Write(grey), "grey.bmp");

        Assert.Equal([7, 7, 7, 200, 200, 200], read.Pixels.ToArray());
    }
}
