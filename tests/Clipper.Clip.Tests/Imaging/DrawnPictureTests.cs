using Clipper.Clip.Imaging;
using Clipper.Testing.Pictures;

namespace Clipper.Clip.Tests.Imaging;

/// <summary>The pictures of generated data sets are what the decoders take for ordinary files.</summary>
public sealed class DrawnPictureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void PngBytes_decode_to_the_picture(int channels)
    {
        var picture = DrawnPicture.Of(4, 2, 37, 21, channels);

        using Raster raster = ImageDecoder.Decode(PngBytes.Of(picture), "a.png");

        Assert.Equal(picture.Pixels, raster.Pixels.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void JpegBytes_decode_to_nearly_the_picture(int channels)
    {
        var picture = DrawnPicture.Of(4, 2, 37, 21, channels);

        using Raster raster = ImageDecoder.Decode(JpegBytes.Of(picture), "a.jpg");

        Assert.Equal((37, 21, picture.Pixels.Length), (raster.Width, raster.Height, raster.Pixels.Length));
        double[] differences = [.. picture.Pixels.Zip(raster.Pixels.ToArray(), (a, b) => Math.Abs((double)a - b))];
        Assert.InRange(differences.Average(), 0, 4);
    }

    [Fact]
    public void GifBytes_decode_to_the_picture()
    {
        var picture = DrawnPicture.Of(4, 2, 37, 21, 1);

        using Raster raster = ImageDecoder.Decode(GifBytes.Of(picture), "a.gif");
        using Raster rgb = raster.ToRgb();

        Assert.Equal(picture.Pixels.SelectMany(grey => new[] { grey, grey, grey }), rgb.Pixels.ToArray());
    }

    [Fact]
    public void Of_same_numbers_draws_the_same_and_others_do_not()
    {
        Assert.Equal(DrawnPicture.Of(1, 2).Pixels, DrawnPicture.Of(1, 2).Pixels);
        Assert.NotEqual(DrawnPicture.Of(1, 2).Pixels, DrawnPicture.Of(1, 3).Pixels);
        Assert.NotEqual(DrawnPicture.Of(1, 2).Pixels, DrawnPicture.Of(2, 2).Pixels);
    }
}
