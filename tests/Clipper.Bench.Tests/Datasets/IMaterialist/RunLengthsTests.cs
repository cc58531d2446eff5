using System.Globalization;
using Clipper.Bench.Datasets.IMaterialist;
using Clipper.Clip.Imaging;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Tests.Datasets.IMaterialist;

public sealed class RunLengthsTests
{
    [Theory]
    [InlineData("1 1", "0,0,1,1")]
    [InlineData("10 1", "1,1,1,1")]
    [InlineData("7 4", "0,0,2,8")]
    [InlineData("3 2 11 2", "0,2,2,2")]
    [InlineData("73 8", "9,0,1,8")]
    [InlineData("1 80", "0,0,10,8")]
    public void Box_counts_from_one_columns_first(string runs, string expected) =>
        Assert.Equal(expected, Parse(runs, 10, 8).Box().ToString());

    [Theory]
    [InlineData("1 1", "0,1,1,1")]
    [InlineData("3 2 11 2", "0,3,2,2")]
    [InlineData("3 2 70 1", "0,3,1,2")]
    [InlineData("21 1 8 1", "1,0,1,1")]
    [InlineData("4 1 13 1", "0,4,2,2")]
    public void ReferenceBox_counts_from_zero_and_takes_the_first_region(string runs, string expected) =>
        Assert.Equal(expected, Parse(runs, 10, 8).ReferenceBox().ToString());

    // The end of the last run falls off the picture.
    [Fact]
    public void ReferenceBox_of_the_last_pixel_alone_is_the_official_one() =>
        Assert.Equal("9,7,1,1", Parse("80 1", 10, 8).ReferenceBox().ToString());

    [Fact]
    public void Boxes_of_random_masks_are_those_of_a_pixel_by_pixel_search()
    {
        var random = new RandomState(5);
        for (int trial = 0; trial < 300; trial++)
        {
            (int width, int height) = (1 + random.NextIndex(12), 1 + random.NextIndex(12));
            double density = random.NextDouble();
            bool[] mask = [.. Enumerable.Range(0, width * height).Select(_ => random.NextDouble() < density)];
            if (!mask.AsSpan(0, mask.Length - 1).Contains(true))
            {
                continue;
            }

            RunLengths runs = Parse(Encode(mask), width, height);
            bool[] shifted = [false, .. mask.AsSpan(0, mask.Length - 1)];

            Assert.Equal(Around(mask, height), runs.Box());
            Assert.Equal(Around(FirstRegion(shifted, width, height), height), runs.ReferenceBox());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1 2 3")]
    [InlineData("0 2")]
    [InlineData("1 0")]
    [InlineData("-1 2")]
    [InlineData("a b")]
    [InlineData("80 2")]
    [InlineData("99999999999999999999 1")]
    public void Parse_what_is_no_mask_of_the_picture_says_why(string runs)
    {
        Assert.Null(RunLengths.Parse(runs, 10, 8, out string problem));
        Assert.NotEmpty(problem);
    }

    private static RunLengths Parse(string runs, int width, int height) =>
        RunLengths.Parse(runs, width, height, out string problem) ?? throw new InvalidOperationException(problem);

    private static string Encode(bool[] mask)
    {
        var runs = new List<string>();
        for (int i = 0; i < mask.Length; i++)
        {
            int length = mask.Skip(i).TakeWhile(pixel => pixel).Count();
            if (length > 0)
            {
                runs.Add(string.Create(CultureInfo.InvariantCulture, $"{i + 1} {length}"));
                i += length;
            }
        }

        return string.Join(' ', runs);
    }

    private static ImageRegion Around(bool[] mask, int height)
    {
        int[] pixels = [.. Enumerable.Range(0, mask.Length).Where(i => mask[i])];
        (int left, int top) = (pixels.Min(i => i / height), pixels.Min(i => i % height));
        return new(left, top, pixels.Max(i => i / height) - left + 1, pixels.Max(i => i % height) - top + 1);
    }

    // The first pixel row by row, and all that it reaches in eight directions.
    private static bool[] FirstRegion(bool[] mask, int width, int height)
    {
        int first = Enumerable.Range(0, mask.Length)
            .Select(i => ((i % width) * height) + (i / width)).First(i => mask[i]);
        bool[] region = new bool[mask.Length];
        var open = new Stack<int>([first]);
        while (open.TryPop(out int pixel))
        {
            region[pixel] = true;
            (int column, int row) = (pixel / height, pixel % height);
            for (int x = Math.Max(0, column - 1); x <= Math.Min(width - 1, column + 1); x++)
            {
                for (int y = Math.Max(0, row - 1); y <= Math.Min(height - 1, row + 1); y++)
                {
                    int next = (x * height) + y;
                    if (mask[next] && !region[next])
                    {
                        open.Push(next);
                    }
                }
            }
        }

        return region;
    }
}
