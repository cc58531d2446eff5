using Clipper.Bench.Speed;

namespace Clipper.Bench.Tests.Speed;

public sealed class SpeedComparisonTests
{
    [Theory]
    [InlineData(1.00, SpeedVerdict.Same)]
    [InlineData(0.86, SpeedVerdict.Same)]
    [InlineData(0.84, SpeedVerdict.Slower)]
    [InlineData(1.17, SpeedVerdict.Same)]
    [InlineData(1.18, SpeedVerdict.Faster)]
    public void Verdict_is_that_of_the_ratio_beside_the_band(double relative, SpeedVerdict expected)
    {
        SpeedComparison comparison = Assert.Single(SpeedComparison.Of(Report(relative), Report(1), 0.15));

        Assert.Equal(expected, comparison.Verdict);
        Assert.Equal(relative, comparison.Ratio);
    }

    [Fact]
    public void Rates_are_not_compared_as_the_machine_may_be_slower_for_the_moment()
    {
        SpeedReport now = Report(1, rate: 10);

        Assert.Equal(SpeedVerdict.Same, SpeedComparison.Of(now, Report(1, rate: 1000), 0.15)[0].Verdict);
    }

    [Fact]
    public void Figure_that_was_not_stored_is_new()
    {
        SpeedComparison comparison = SpeedComparison.Of(Report(1), null, 0.15)[0];

        Assert.Equal(SpeedVerdict.New, comparison.Verdict);
        Assert.Null(comparison.Ratio);
    }

    [Fact]
    public void Figure_of_another_unit_is_new()
    {
        SpeedReport stored = new("here", "1", [new("work", "files", 5, 1)]);

        Assert.Equal(SpeedVerdict.New, SpeedComparison.Of(Report(1), stored, 0.15)[0].Verdict);
    }

    [Fact]
    public void Other_machine_is_not_comparable()
    {
        SpeedComparison comparison = SpeedComparison.Of(Report(1), Report(9) with { Machine = "there" }, 0.15)[0];

        Assert.Equal((SpeedVerdict.NotComparable, null), (comparison.Verdict, comparison.Ratio));
        Assert.Equal(9, comparison.Stored?.Relative);
    }

    private static SpeedReport Report(double relative, double rate = 100) =>
        new("here", "1", [new SpeedFigure("work", "images", rate, relative)]);
}
