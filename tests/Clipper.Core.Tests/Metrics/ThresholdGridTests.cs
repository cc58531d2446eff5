using System.Globalization;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

public sealed class ThresholdGridTests
{
    [Fact]
    public void Paper_grid_prints_as_two_decimals()
    {
        string[] printed = [.. ThresholdGrid.Paper.Values.Select(v => v.ToString(CultureInfo.InvariantCulture))];

        Assert.Equal(45, printed.Length);
        Assert.Equal(["0.3", "0.31", "0.32"], printed[..3]);
        Assert.Equal("0.74", printed[^1]);
        Assert.All(printed, text => Assert.InRange(text.Length, 3, 4));
    }

    [Fact]
    public void Paper_grid_in_float32_has_the_bits_of_numpy_arange()
    {
        float[] arange = [.. Enumerable.Range(0, 45).Select(i => (float)(0.30 + (i * 0.01)))];

        Assert.Equal(arange, ThresholdGrid.Paper.Singles.ToArray());
    }

    [Fact]
    public void Grid_of_one_value_is_that_value()
    {
        Assert.Equal([0.5], ThresholdGrid.Of(0.5m, 0.5m, 0.1m).Values);
    }

    [Theory]
    [InlineData(0.5, 0.4, 0.1)]
    [InlineData(0.5, 0.6, 0.0)]
    [InlineData(0.5, 0.6, -0.1)]
    public void Grid_that_leads_nowhere_is_refused(double first, double last, double step)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ThresholdGrid.Of((decimal)first, (decimal)last, (decimal)step));
    }
}
