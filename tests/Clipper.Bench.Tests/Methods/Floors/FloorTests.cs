using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Floors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Tests.Methods.Floors;

public sealed class FloorTests
{
    private static readonly EpisodeTask s_single = MethodFixture.Task with
    {
        SupportLabels = LabelRows.Single([0, 1, 1, 2], 3),
        Support = new Matrix<float>(4, 2),
        Classes = ["a", "b", "c"],
        Query = new Matrix<float>(6, 2),
    };

    private static readonly EpisodeTask s_multi = s_single with
    {
        IsMultiLabel = true,
        SupportLabels = LabelRows.Of([[0, 1], [1], [1, 2], [2]], 3),
    };

    [Theory]
    [InlineData(ConstantPrediction.Majority, new[] { 0f, 1, 0 }, true)]
    [InlineData(ConstantPrediction.Frequency, new[] { 0.25f, 0.5f, 0.25f }, true)]
    [InlineData(ConstantPrediction.All, new[] { 1f, 1, 1 }, false)]
    [InlineData(ConstantPrediction.None, new[] { 0f, 0, 0 }, false)]
    public void Constant_gives_every_query_the_same_scores(ConstantPrediction predict, float[] row, bool isArgMax)
    {
        Scoring scoring = Assert.Single(new MethodFixture().Score(new ConstantSettings("c", predict), s_single));

        Assert.Equal(isArgMax, scoring.Decision.IsArgMax);
        Assert.All(Enumerable.Range(0, 6), query => Assert.Equal(row, scoring.Scores.Row(query).ToArray()));
    }

    [Theory]
    [InlineData(ConstantPrediction.Majority, new[] { 0f, 1, 0 })]
    [InlineData(ConstantPrediction.Frequency, new[] { 0.25f, 0.75f, 0.5f })]
    [InlineData(ConstantPrediction.None, new[] { 0f, 0, 0 })]
    public void Constant_of_several_labels_looks_at_each_alone(ConstantPrediction predict, float[] row)
    {
        Scoring scoring = Assert.Single(new MethodFixture().Score(new ConstantSettings("c", predict), s_multi));

        Assert.False(scoring.Decision.IsArgMax);
        Assert.Equal(row, scoring.Scores.Row(5).ToArray());
    }

    [Fact]
    public void Chance_is_uniform_seeded_by_the_episode_and_near_one_in_as_many_as_there_are_ways()
    {
        var fixture = new MethodFixture();
        double hits = 0;
        for (int episode = 0; episode < 100; episode++)
        {
            Scoring scoring = fixture.Score(new ChanceSettings("c"), MethodFixture.Task with { Seed = episode })[0];
            hits += MethodFixture.Accuracy(scoring) / 100;
        }

        Assert.Equal(0.2, hits, 0.02);
        Assert.Equal(
            fixture.Score(new ChanceSettings("c"))[0].Scores.Values.ToArray(),
            fixture.Score(new ChanceSettings("d"))[0].Scores.Values.ToArray());
    }

    [Fact]
    public void Chance_of_several_labels_predicts_from_a_half_on() => Assert.Equal(
        [0.5], new MethodFixture().Score(new ChanceSettings("c"), s_multi)[0].Decision.Thresholds);
}
