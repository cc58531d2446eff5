using Clipper.Clip.Imaging;
using Clipper.Clip.Imaging.Resampling;

namespace Clipper.Clip.Tests.Imaging.Resampling;

public sealed class BicubicResamplerTests
{
    private static readonly int[] Sides = [1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 64, 511, 512, 513];

    /// <summary>Every level that this machine can run, with every number of channels.</summary>
    public static TheoryData<int, int> LevelsAndChannels
    {
        get
        {
            TheoryData<int, int> cases = [];
            for (int level = 0; level <= (int)VectorLevels.Best; level++)
            {
                for (int channels = 1; channels <= 4; channels++)
                {
                    cases.Add(level, channels);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(LevelsAndChannels))]
    public void Whole_picture_of_odd_sizes_equals_the_plain_resampler(int level, int channels)
    {
        Random random = new(level + (10 * channels));
        for (int trial = 0; trial < 20; trial++)
        {
            (int Width, int Height) from = (Side(random), Side(random));
            (int Width, int Height) to = (Side(random), Math.Min(Side(random), 64));
            byte[] pixels = Noise(random, from.Width * from.Height * channels);
            byte[] expected = PlainPillow.Bicubic(pixels, channels, from, to);

            byte[] actual = new byte[expected.Length];
            AxisWindow columns = new(from.Width, to.Width, 0, to.Width);
            AxisWindow rows = new(from.Height, to.Height, 0, to.Height);
            BicubicResampler.Run(pixels, channels, (columns, rows), actual, (VectorLevel)level);

            Assert.True(expected.AsSpan().SequenceEqual(actual), $"{from} → {to}, {channels} channels");
        }
    }

    [Theory]
    [MemberData(nameof(LevelsAndChannels))]
    public void Window_equals_the_same_part_of_the_whole(int level, int channels)
    {
        Random random = new(1000 + level + (10 * channels));
        for (int trial = 0; trial < 20; trial++)
        {
            (int Width, int Height) from = (Side(random), Side(random));
            (int Width, int Height) to = (random.Next(1, 90), random.Next(1, 90));
            byte[] pixels = Noise(random, from.Width * from.Height * channels);
            byte[] whole = PlainPillow.Bicubic(pixels, channels, from, to);
            AxisWindow columns = Window(random, from.Width, to.Width);
            AxisWindow rows = Window(random, from.Height, to.Height);

            byte[] part = new byte[columns.Count * rows.Count * channels];
            BicubicResampler.Run(pixels, channels, (columns, rows), part, (VectorLevel)level);

            for (int y = 0; y < rows.Count; y++)
            {
                int start = (int)(((rows.Start + y) * to.Width) + columns.Start) * channels;
                int width = columns.Count * channels;
                Assert.True(
                    whole.AsSpan(start, width).SequenceEqual(part.AsSpan(y * width, width)),
                    $"{from} → {to}, row {y} of {rows}, {columns}");
            }
        }
    }

    [Fact]
    public void Extreme_pixels_are_clipped_and_not_wrapped()
    {
        byte[] pixels = [.. Enumerable.Range(0, 64 * 64).Select(i => (byte)((((i / 3) + (i / 64 / 3)) % 2) * 255))];
        byte[] expected = PlainPillow.Bicubic(pixels, 1, (64, 64), (100, 100));

        byte[] actual = new byte[expected.Length];
        BicubicResampler.Run(pixels, 1, new AxisWindow(64, 100, 0, 100), new AxisWindow(64, 100, 0, 100), actual);

        Assert.Equal(expected, actual);
        Assert.Contains((byte)0, actual);
        Assert.Contains((byte)255, actual);
    }

    private static int Side(Random random) => Sides[random.Next(Sides.Length)];

    private static byte[] Noise(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static AxisWindow Window(Random random, int input, int output)
    {
        int start = random.Next(output);
        return new AxisWindow(input, output, start, random.Next(1, output - start + 1));
    }
}
