using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Probes;
using Clipper.Core.Training;

namespace Clipper.Bench.Tests.Methods.Probes;

public sealed class AdamProbeTests
{
    private static readonly TrainingSettings s_paper = new(TrainingLoss.CategoricalCrossEntropy);

    [Fact]
    public void Probe_learns_the_classes_from_random_weights()
    {
        var settings = new AdamProbeSettings("probe", [0, 50], s_paper);

        IReadOnlyList<Scoring> scorings = new MethodFixture().Score(settings);

        Assert.Equal([0, 50], scorings.Select(scoring => scoring.Condition.Epochs));
        Assert.All(scorings, scoring => Assert.True(scoring.Decision.IsArgMax));
        Assert.InRange(MethodFixture.Accuracy(scorings[0]), 0, 0.4);
        Assert.InRange(MethodFixture.Accuracy(scorings[1]), 0.6, 1);
    }

    [Fact]
    public void Probe_is_the_same_every_time_and_starts_anew_in_every_episode()
    {
        var settings = new AdamProbeSettings("probe", [3], s_paper);
        var fixture = new MethodFixture();

        float[] first = Values(fixture.Score(settings));

        Assert.Equal(first, Values(fixture.Score(settings)));
        Assert.NotEqual(first, Values(fixture.Score(settings, MethodFixture.Task with { Seed = 4 })));
    }

    [Fact]
    public void Scores_are_a_softmax_of_cosines()
    {
        Scoring scoring = new MethodFixture().Score(new AdamProbeSettings("probe", [50], s_paper))[0];

        for (int row = 0; row < scoring.Scores.Rows; row++)
        {
            float[] scores = scoring.Scores.Row(row).ToArray();
            Assert.Equal(1, scores.Sum(), 5);

            // Cosines differ by at most 2, so that scores differ by at most e² in ratio.
            Assert.InRange(scores.Max() / scores.Min(), 1, Math.Exp(2) + 1e-3);
        }
    }

    private static float[] Values(IReadOnlyList<Scoring> scorings) => scorings[0].Scores.Values.ToArray();
}
