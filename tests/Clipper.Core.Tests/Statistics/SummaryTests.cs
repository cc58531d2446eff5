using Clipper.Core.Randomness;
using Clipper.Core.Statistics;

namespace Clipper.Core.Tests.Statistics;

public sealed class SummaryTests
{
    [Fact]
    public void Of_five_values_gives_the_figures_worked_by_hand()
    {
        Summary summary = Summary.Of([1, 2, 3, 4, 5]);

        Assert.Equal(3, summary.Mean);
        Assert.Equal(Math.Sqrt(2.5), summary.Std, 1e-15);
        Assert.Equal(2.7764451051977987 * Math.Sqrt(2.5) / Math.Sqrt(5), summary.Ci95, 1e-10);
        Assert.Equal(5, summary.N);
    }

    [Fact]
    public void Of_one_value_has_no_interval() =>
        Assert.Equal(new Summary(0.5, double.NaN, double.NaN, 1), Summary.Of([0.5]));

    [Fact]
    public void Of_no_value_is_all_NaN() =>
        Assert.Equal(new Summary(double.NaN, double.NaN, double.NaN, 0), Summary.Of([]));

    [Fact]
    public void Of_a_NaN_among_the_values_is_NaN()
    {
        Summary summary = Summary.Of([0.5, double.NaN, 0.7]);

        Assert.True(double.IsNaN(summary.Mean) && double.IsNaN(summary.Std) && double.IsNaN(summary.Ci95));
    }

    [Fact]
    public void Of_an_infinity_among_the_values_has_an_infinite_mean() =>
        Assert.Equal(double.PositiveInfinity, Summary.Of([0.5, double.PositiveInfinity]).Mean);

    [Theory]
    [InlineData(0.1, 3)]
    [InlineData(0.7, 10)]
    [InlineData(1.0 / 3, 1001)]
    public void Of_equal_values_has_no_deviation(double value, int count)
    {
        Summary summary = Summary.Of([.. Enumerable.Repeat(value, count)]);

        Assert.Equal(value, summary.Mean, 1e-16);
        Assert.Equal(0, summary.Std, 1e-24);
    }

    [Fact]
    public void Of_small_deviations_around_a_large_mean_keeps_them()
    {
        Summary summary = Summary.Of([1e9 + 1, 1e9 + 2, 1e9 + 3]);

        Assert.Equal(1e9 + 2, summary.Mean);
        Assert.Equal(1, summary.Std, 1e-15);
    }

    [Fact]
    public void Interval_covers_the_true_mean_in_95_of_100_experiments()
    {
        const int Experiments = 20_000; // standard error of the share: 0.15 points
        var random = new RandomState(20210603u);
        var values = new double[10];
        int covered = 0;

        for (int i = 0; i < Experiments; i++)
        {
            FillNormal(values, random);
            Summary summary = Summary.Of(values);
            covered += Math.Abs(summary.Mean) <= summary.Ci95 ? 1 : 0;
        }

        Assert.InRange(covered / (double)Experiments, 0.94, 0.96);
    }

    private static void FillNormal(double[] values, RandomState random)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())); // Box and Muller 1958
            values[i] = radius * Math.Cos(2 * Math.PI * random.NextDouble());
        }
    }
}
