using Clipper.Core.Statistics;

namespace Clipper.Core.Tests.Statistics;

public sealed class HolmCorrectionTests
{
    [Fact] // statsmodels: multipletests([0.01, 0.04, 0.03, 0.005], method="holm") = 0.03, 0.06, 0.06, 0.02
    public void Adjust_steps_down_and_never_falls()
    {
        double[] adjusted = HolmCorrection.Adjust([0.01, 0.04, 0.03, 0.005]);

        Assert.Equal([0.03, 0.06, 0.06, 0.02], adjusted.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Adjust_ends_at_one_and_leaves_a_single_test_alone()
    {
        Assert.Equal([1.0, 1.0], HolmCorrection.Adjust([0.6, 0.9]));
        Assert.Equal([0.04], HolmCorrection.Adjust([0.04]));
        Assert.Empty(HolmCorrection.Adjust([]));
    }

    [Fact]
    public void A_test_that_could_not_be_made_does_not_count() =>
        Assert.Equal([0.02, double.NaN, 0.02], HolmCorrection.Adjust([0.01, double.NaN, 0.02]));
}
