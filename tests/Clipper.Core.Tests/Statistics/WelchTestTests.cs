using Clipper.Core.Statistics;

namespace Clipper.Core.Tests.Statistics;

public sealed class WelchTestTests
{
    private static readonly double[] _a = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] _b = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact] // R: t.test(extra ~ group, data = sleep)
    public void Of_gives_the_numbers_of_R()
    {
        WelchTest test = WelchTest.Of(_a, _b);

        Assert.Equal(-1.58, test.Difference, 1e-12);
        Assert.Equal(-1.8608, test.T, 5e-5);
        Assert.Equal(17.776, test.DegreesOfFreedom, 5e-4);
        Assert.Equal(0.07939, test.P, 5e-6);
        Assert.Equal(-3.3654832, test.Difference - test.Ci95, 5e-7);
        Assert.Equal(0.2054832, test.Difference + test.Ci95, 5e-7);
        Assert.Equal(10, test.N);
    }

    [Fact]
    public void Undefined_values_are_left_out_on_each_side() =>
        Assert.Equal(WelchTest.Of(_a, _b), WelchTest.Of([.. _a, double.NaN, double.NaN], [double.NaN, .. _b]));

    [Fact]
    public void Constant_samples_are_the_same_or_surely_not()
    {
        Assert.Equal((0.0, 1.0), (WelchTest.Of([1, 1], [1, 1, 1]).T, WelchTest.Of([1, 1], [1, 1, 1]).P));
        WelchTest shift = WelchTest.Of([2, 2], [1, 1]);
        Assert.Equal((1.0, double.PositiveInfinity, 0.0), (shift.Difference, shift.T, shift.P));
    }

    [Fact]
    public void One_value_has_a_difference_and_no_test()
    {
        WelchTest test = WelchTest.Of([0.75], [0.5, 0.5]);

        Assert.Equal((0.25, 1), (test.Difference, test.N));
        Assert.True(double.IsNaN(test.P) && double.IsNaN(test.Ci95));
    }
}
