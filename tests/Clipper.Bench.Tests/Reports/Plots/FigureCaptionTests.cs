using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureCaptionTests
{
    [Fact]
    public void One_episode_has_no_interval_and_the_caption_says_so() =>
        Assert.Equal("n = 1 episode, which has no interval.", Of([1], [Curve(3, ci95: null)]));

    [Fact]
    public void Several_episodes_have_bars() => Assert.Equal(
        "n = 5 to 20 episodes; error bars are 95 % t-intervals.", Of([20, 5, 5], [Curve(3, 0.1), Curve(3, null)]));

    [Fact]
    public void Of_a_dense_curve_only_some_points_have_bars() => Assert.Equal(
        "n = 20 episodes; error bars, drawn at some of the points, are 95 % t-intervals.",
        Of([20], [Curve(41, 0.1), Curve(3, 0.1)]));

    [Fact]
    public void One_episode_among_several_is_told_apart() => Assert.Equal(
        "n = 1 to 20 episodes; error bars are 95 % t-intervals, which one episode has not.",
        Of([1, 20], [Curve(3, 0.1)]));

    [Fact]
    public void Values_without_intervals_have_no_word_of_bars() =>
        Assert.Equal("n = 20 episodes.", Of([20], [Curve(3, ci95: null)]));

    private static string Of(int[] counts, Curve[] curves)
    {
        RunRecord record = ReportRecords.Of("wi", "accuracy", 0.5);
        return FigureCaption.Of(counts.Select(n => record with { N = n }), curves);
    }

    private static Curve Curve(int points, double? ci95) =>
        new("m", [.. Enumerable.Range(0, points).Select(x => new CurvePoint(x, 0.5, ci95))]);
}
