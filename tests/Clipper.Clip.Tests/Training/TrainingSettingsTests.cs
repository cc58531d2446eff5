using Clipper.Clip.Training;
using Clipper.Core.Randomness;

namespace Clipper.Clip.Tests.Training;

public sealed class TrainingSettingsTests
{
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(9, 0.9801468428384715)]
    [InlineData(50, 0.5)]
    public void Rate_rises_in_a_line_and_falls_along_a_cosine(int step, double share)
    {
        var settings = new TrainingSettings(new Seed(0), Steps: 100, WarmUp: 10, LearningRate: 0.002, WeightDecay: 0);

        Assert.Equal(0.002 * share, settings.RateAt(step), 12);
    }

    [Fact]
    public void Rate_is_the_highest_at_once_without_a_warm_up()
    {
        var settings = new TrainingSettings(new Seed(0), Steps: 10, WarmUp: 0, LearningRate: 0.002, WeightDecay: 0);

        Assert.Equal(0.002, settings.RateAt(0), 12);
    }
}
