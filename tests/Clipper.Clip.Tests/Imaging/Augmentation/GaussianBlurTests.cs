using Clipper.Clip.Imaging.Augmentation;

namespace Clipper.Clip.Tests.Imaging.Augmentation;

public sealed class GaussianBlurTests
{
    [Theory]
    [InlineData(224, 11)]
    [InlineData(105, 5)]
    [InlineData(29, 1)]
    [InlineData(19, 0)]
    public void Radius_is_a_twentieth_of_the_height_cut_twice(int height, int radius) =>
        Assert.Equal(radius, GaussianBlur.Radius(height));

    [Fact]
    public void Kernel_is_a_gaussian_with_sum_one()
    {
        float[] kernel = GaussianBlur.Kernel(radius: 1, sigma: 1);

        float side = (float)(Math.Exp(-0.5) / (1 + (2 * Math.Exp(-0.5))));
        Assert.Equal([side, 1 - (2 * side), side], kernel.Select(value => value), Close);
    }

    [Fact]
    public void White_picture_darkens_at_its_edges_alone()
    {
        var white = new FloatPicture(20, 20);
        white.Values.Fill(1);

        FloatPicture blurred = GaussianBlur.Run(white, sigma: 1);

        float[] kernel = GaussianBlur.Kernel(radius: 1, sigma: 1);
        Assert.Equal(1, blurred.Row(0, 10)[10], 6);
        Assert.Equal(1 - kernel[0], blurred.Row(1, 10)[0], 6);
        Assert.Equal((1 - kernel[0]) * (1 - kernel[0]), blurred.Row(2, 19)[19], 6);
    }

    private static bool Close(float a, float b) => Math.Abs(a - b) < 1e-6;
}
