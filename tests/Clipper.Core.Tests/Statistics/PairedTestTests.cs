using Clipper.Core.Randomness;
using Clipper.Core.Statistics;

namespace Clipper.Core.Tests.Statistics;

public sealed class PairedTestTests
{
    private static readonly double[] _a = [0.8, 0.7, 0.9, 0.85, 0.6, 0.75];
    private static readonly double[] _b = [0.7, 0.72, 0.8, 0.8, 0.5, 0.7];

    [Fact] // scipy.stats.ttest_rel
    public void Of_gives_the_numbers_of_scipy()
    {
        PairedTest test = PairedTest.Of(_a, _b);

        Assert.Equal(0.06333333333333334, test.Difference, 1e-15);
        Assert.Equal(0.04996313010354545, test.Ci95, 1e-9);
        Assert.Equal(3.258473117707667, test.T, 1e-12);
        Assert.Equal(0.022483670687634304, test.P, 1e-12);
        Assert.Equal(1.330266079826609, test.EffectSize, 1e-12);
        Assert.Equal(6, test.N);
    }

    [Fact]
    public void Of_the_sides_exchanged_changes_the_sign_alone()
    {
        PairedTest test = PairedTest.Of(_a, _b);

        Assert.Equal(
            test with { Difference = -test.Difference, T = -test.T, EffectSize = -test.EffectSize },
            PairedTest.Of(_b, _a));
    }

    [Fact]
    public void Pairs_with_an_undefined_value_are_left_out() => Assert.Equal(
        PairedTest.Of(_a, _b),
        PairedTest.Of([double.NaN, .. _a, 0.3], [0.2, .. _b, double.NaN]));

    [Fact]
    public void Equal_values_do_not_differ_and_an_equal_shift_surely_does()
    {
        PairedTest none = PairedTest.Of(_a, _a);
        PairedTest shift = PairedTest.Of([1, 2, 3], [0, 1, 2]);

        Assert.Equal((0.0, 0.0, 1.0), (none.Difference, none.T, none.P));
        Assert.True(double.IsNaN(none.EffectSize));
        Assert.Equal((1.0, double.PositiveInfinity, 0.0), (shift.Difference, shift.T, shift.P));
    }

    [Fact]
    public void One_pair_has_a_difference_and_no_test()
    {
        PairedTest test = PairedTest.Of([0.8], [0.5]);

        Assert.Equal((0.3, 1), (Math.Round(test.Difference, 12), test.N));
        Assert.True(double.IsNaN(test.P) && double.IsNaN(test.Ci95));
    }

    [Fact]
    public void Different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => PairedTest.Of([1, 2], [1]));

    // Under the null hypothesis a p-value is uniform: 5 % of the tests find a difference that is not there.
    [Fact]
    public void Five_percent_of_tests_without_a_difference_find_one()
    {
        var random = new RandomState(7);
        int found = 0;
        for (int trial = 0; trial < 4000; trial++)
        {
            double[] a = [.. Enumerable.Range(0, 12).Select(_ => NormalNumbers.Next(random))];
            double[] b = [.. Enumerable.Range(0, 12).Select(_ => NormalNumbers.Next(random))];
            found += PairedTest.Of(a, b).P < 0.05 ? 1 : 0;
        }

        Assert.InRange(found / 4000.0, 0.04, 0.06);
    }
}
