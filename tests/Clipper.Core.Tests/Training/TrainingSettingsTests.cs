using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

public sealed class TrainingSettingsTests
{
    [Theory]
    [InlineData(0, 0.001, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(5, double.NaN, 0)]
    [InlineData(5, double.PositiveInfinity, 0)]
    [InlineData(5, 0.001, -1)]
    public void Values_out_of_range_are_refused(int batch, double rate, int renormalizeEvery) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new TrainingSettings(TrainingLoss.BinaryCrossEntropy, batch, rate, renormalizeEvery));
}
