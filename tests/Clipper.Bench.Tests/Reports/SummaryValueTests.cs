using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Matrices;

namespace Clipper.Bench.Tests.Reports;

public sealed class SummaryValueTests
{
    [Theory]
    [InlineData(-0.00004, 0.0235, "0.0000 ± 0.0235")]
    [InlineData(-0.0, null, "0.0000")]
    [InlineData(-0.00006, 0.0235, "-0.0001 ± 0.0235")]
    [InlineData(0.98765, 0.00001, "0.9877 ± 0.0000")]
    [InlineData(double.NaN, null, "NaN")]
    public void What_rounds_to_zero_has_no_sign(double mean, double? ci95, string expected) =>
        Assert.Equal(expected, new SummaryValue(mean, ci95).ToString());

    [Fact]
    public void Effects_and_matrices_have_no_negative_zero_either()
    {
        Assert.Equal(["0.00", "-0.01"], [TestText.Effect(-0.004), TestText.Effect(-0.006)]);
        Assert.Equal(["0.00", "-0.01"], [MatrixLimits.Text(-0.004), MatrixLimits.Text(-0.006)]);
        Assert.Equal("0.0000 ± 0.0100", TestText.Difference(-1e-9, 0.01));
    }
}
