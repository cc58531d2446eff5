using System.Numerics;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Metrics;

public sealed class RadixSortTests
{
    public static TheoryData<int> Lengths =>
        [0, 1, RadixSort.Least - 1, RadixSort.Least, RadixSort.Least + 1, 511, 512, 513, 5_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Sort_agrees_with_sorting_by_comparison(int length)
    {
        Agrees<float>(length, spread: 1);
        Agrees<double>(length, spread: 1);
        Agrees<double>(length, spread: 1e-9);
        Agrees<float>(length, spread: 0); // all alike
    }

    [Fact]
    public void Sort_of_widened_scores_keeps_ties()
    {
        double[] values = [.. Enumerable.Range(0, 1_000).Select(i => (double)(float)(i % 7 / 7.0))];

        RadixSort.Sort<double>(values);

        Assert.Equal(values.Order(), values);
        Assert.Equal(7, values.Distinct().Count());
    }

    private static void Agrees<T>(int length, double spread)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomState(1);
        T[] values = new T[length];
        foreach (ref T value in values.AsSpan())
        {
            value = T.CreateTruncating(spread * (random.NextDouble() - 0.5));
        }

        if (length > 2 && spread > 0)
        {
            values[0] = T.PositiveInfinity;
            values[1] = T.NegativeInfinity;
            values[2] = T.Zero;
        }

        T[] expected = [.. values.Order()];
        RadixSort.Sort<T>(values);

        Assert.Equal(expected, values);
    }
}
