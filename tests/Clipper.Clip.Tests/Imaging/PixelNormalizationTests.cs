using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

public sealed class PixelNormalizationTests
{
    private static readonly ChannelTriple[] Triples =
    [
        PreprocessSpec.ClipMean, PreprocessSpec.ClipStd, new(0.485f, 0.456f, 0.406f), new(0.229f, 0.224f, 0.225f),
        new(0.5f, 0.5f, 0.5f), new(0, 0, 0), new(1, 1, 1), new(0.1f, 3e-5f, 1e-30f), new(0.3f, 1e-40f, 7.7f),
    ];

    [Fact]
    public void Vectors_give_every_level_the_bits_of_the_formula_whatever_the_mean_and_deviation()
    {
        byte[] pixels =
        [
            .. Enumerable.Range(0, 256).SelectMany(v => new[] { (byte)v, (byte)(255 - v), (byte)(v ^ 90) }),
        ];
        foreach (ChannelTriple mean in Triples)
        {
            foreach (ChannelTriple std in Triples)
            {
                float[] planes = new float[pixels.Length];

                new PixelNormalization(mean, std).Run(pixels, planes);

                Assert.Equal(Bits(Plain(pixels, mean, std)), Bits(planes));
            }
        }
    }

    [Fact]
    public void Any_number_of_pixels_is_done_whole_and_nothing_after_it()
    {
        PixelNormalization normalization = new(PreprocessSpec.ClipMean, PreprocessSpec.ClipStd);
        Random random = new(3);
        for (int count = 0; count < 100; count++)
        {
            byte[] pixels = new byte[3 * count];
            random.NextBytes(pixels);
            float[] planes = [.. Enumerable.Repeat(9f, (3 * count) + 1)];

            normalization.Run(pixels, planes.AsSpan(0, 3 * count));

            float[] expected = [.. Plain(pixels, PreprocessSpec.ClipMean, PreprocessSpec.ClipStd), 9f];
            Assert.Equal(Bits(expected), Bits(planes));
        }
    }

    private static float[] Plain(byte[] pixels, ChannelTriple mean, ChannelTriple std)
    {
        (float Mean, float Std)[] channels = [(mean.R, std.R), (mean.G, std.G), (mean.B, std.B)];
        return
        [
            .. from channel in Enumerable.Range(0, 3)
               from pixel in Enumerable.Range(0, pixels.Length / 3)
               select ((pixels[(3 * pixel) + channel] / 255f) - channels[channel].Mean) / channels[channel].Std,
        ];
    }

    private static int[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToInt32Bits)];
}
