using Clipper.Clip.Imaging;
using Clipper.Testing.Pictures;

namespace Clipper.Clip.Tests.Imaging;

public sealed class PngWriterTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(37, 21)]
    public void Write_is_decoded_to_the_same_pixels(int width, int height)
    {
        var drawn = DrawnPicture.Of(3, 1, width, height);
        using var picture = Raster.FromPixels(ImageMode.Rgb, width, height, drawn.Pixels);

        using Raster read = ImageDecoder.Decode(PngWriter.Write(picture), "a.png");

        Assert.Equal((width, height, ImageMode.Rgb), (read.Width, read.Height, read.Mode));
        Assert.Equal(drawn.Pixels, read.Pixels.ToArray());
    }

    [Fact]
    public void Write_another_mode_is_converted()
    {
        using var grey = Raster.FromPixels(ImageMode.Grey, 2, 1, [7, 200]);

        using Raster read = ImageDecoder.Decode(PngWriter.Write(grey), "a.png");

        Assert.Equal([7, 7, 7, 200, 200, 200], read.Pixels.ToArray());
    }
}
