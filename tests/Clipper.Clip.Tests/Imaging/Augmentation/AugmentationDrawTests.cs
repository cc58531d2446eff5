using Clipper.Clip.Imaging.Augmentation;
using Clipper.Core.Randomness;

namespace Clipper.Clip.Tests.Imaging.Augmentation;

public sealed class AugmentationDrawTests
{
    private const int Count = 4_000;

    private static readonly AugmentationDraw[] s_draws =
    [
        .. Enumerable.Range(0, Count).Select(i => AugmentationDraw.Of(
            AugmentationSpec.SimClr, 320, 200, Seed.Derive("test", "augmentation", i))),
    ];

    [Fact]
    public void Same_seed_gives_the_same_draw_and_another_seed_another()
    {
        AugmentationDraw Draw(ulong seed) => AugmentationDraw.Of(AugmentationSpec.SimClr, 320, 200, new Seed(seed));

        Assert.Equal(Draw(1).Crop, Draw(1).Crop);
        Assert.Equal(Draw(1).Colors, Draw(1).Colors);
        Assert.Equal(Draw(1).BlurSigma, Draw(1).BlurSigma);
        Assert.NotEqual(Draw(1).BlurSigma, Draw(2).BlurSigma);
    }

    [Fact]
    public void Parameters_are_in_their_ranges()
    {
        foreach (AugmentationDraw draw in s_draws)
        {
            Assert.InRange(draw.BlurSigma, 0.1, 2.0);
            foreach (ColorStep step in draw.Colors)
            {
                (double least, double most) = step.Change == ColorChange.Hue ? (-0.06, 0.06) : (0.76, 1.24);
                Assert.InRange(step.Amount, least - 1e-6, most + 1e-6);
            }

            Assert.True(draw.Colors.Count is 0 or 4);
            Assert.Equal(draw.Colors.Count, draw.Colors.Select(step => step.Change).Distinct().Count());
        }
    }

    [Fact]
    public void Probabilities_are_those_of_the_specification()
    {
        // Four standard deviations of a share of 4,000 draws are at most 0.032.
        Assert.Equal(0.5, Share(draw => draw.IsFlipped), 0.032);
        Assert.Equal(0.8, Share(draw => draw.Colors.Count > 0), 0.032);
        Assert.Equal(0.2, Share(draw => draw.IsGrey), 0.032);
        Assert.Equal(0.25, Share(draw => draw.Colors is [{ Change: ColorChange.Hue }, ..]) / 0.8, 0.04);
    }

    [Fact]
    public void Crops_lie_within_the_picture_and_have_area_and_aspect_in_range()
    {
        foreach (CropBox crop in s_draws.Select(draw => draw.Crop))
        {
            double area = crop.Width * crop.Height / (320.0 * 200);
            double aspect = (double)crop.Width / crop.Height / (320.0 / 200);
            Assert.True(crop is { X: >= 0, Y: >= 0 } && crop.X + crop.Width <= 320 && crop.Y + crop.Height <= 200);
            Assert.InRange(area, 0.1, 1); // 0.08 of the range is below what must be covered
            Assert.InRange(aspect, 0.74, 1.35); // whole pixels move the ends a little
        }

        Assert.InRange(s_draws.Min(draw => draw.Crop.Width * draw.Crop.Height) / 64_000.0, 0.1, 0.12);
        Assert.InRange(s_draws.Max(draw => draw.Crop.Width * draw.Crop.Height) / 64_000.0, 0.9, 1);
    }

    [Fact]
    public void Picture_of_one_pixel_is_taken_whole()
    {
        var draw = AugmentationDraw.Of(AugmentationSpec.SimClr, 1, 1, new Seed(1));

        Assert.Equal(new CropBox(0, 0, 1, 1), draw.Crop);
    }

    private static double Share(Func<AugmentationDraw, bool> holds) => s_draws.Count(holds) / (double)Count;
}
