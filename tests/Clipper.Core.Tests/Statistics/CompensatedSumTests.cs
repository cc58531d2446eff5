using Clipper.Core.Statistics;

namespace Clipper.Core.Tests.Statistics;

public sealed class CompensatedSumTests
{
    [Fact]
    public void Of_values_that_cancel_keeps_the_small_ones() =>
        Assert.Equal(2, CompensatedSum.Of([1, 1e100, 1, -1e100]));

    [Fact]
    public void Of_a_million_tenths_has_no_drift() =>
        Assert.Equal(100_000, CompensatedSum.Of([.. Enumerable.Repeat(0.1, 1_000_000)]));

    [Fact]
    public void Of_nothing_is_zero() => Assert.Equal(0, CompensatedSum.Of([]));

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void Of_a_value_that_is_not_finite_is_that_value(double value) =>
        Assert.Equal(value, CompensatedSum.Of([1, value, 2]));
}
