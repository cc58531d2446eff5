using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Probes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;

namespace Clipper.Bench.Tests.Methods.Probes;

/// <summary>linear-probe by L-BFGS, ridge, ncm and knn on an episode.</summary>
public sealed class ProbeMethodTests
{
    private static readonly double[] s_thresholds = [0.25, 0.5];

    // Support row i carries way i / shots, every second row the next way too.
    private static readonly EpisodeTask s_multiLabel = MethodFixture.Task with
    {
        IsMultiLabel = true,
        SupportLabels = LabelRows.Of(
            [
                .. Enumerable.Range(0, MethodFixture.Ways * MethodFixture.Shots).Select(row =>
                    row % 2 == 0 ? new[] { Way(row) } : [Way(row), (Way(row) + 1) % MethodFixture.Ways]),
            ],
            MethodFixture.Ways),
    };

    public static TheoryData<string> Methods => ["linear-probe", "ridge", "ncm", "knn"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Probe_decides_by_arg_max_and_beats_chance(string kind)
    {
        foreach (Scoring scoring in new MethodFixture().Score(Settings(kind)))
        {
            // The vote of the whole support says nothing.
            double least = scoring.Condition.Candidate == "k=1000" ? 0 : 0.5;
            Assert.True(scoring.Decision.IsArgMax);
            Assert.InRange(MethodFixture.Accuracy(scoring), least, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Probe_decides_by_thresholds_on_multi_label_data(string kind)
    {
        foreach (Scoring scoring in new MethodFixture().Score(Settings(kind), s_multiLabel))
        {
            Assert.Equal(s_thresholds, scoring.Decision.Thresholds);
            Assert.DoesNotContain(scoring.Scores.Values.ToArray(), float.IsNaN);
        }
    }

    [Theory]
    [InlineData("linear-probe", new[] { "c=0.1", "c=100" })]
    [InlineData("ridge", new[] { "lambda=0.5", "lambda=2" })]
    [InlineData("ncm", new[] { "" })]
    [InlineData("knn", new[] { "k=1", "k=4", "k=1000" })]
    public void Probe_names_its_candidates(string kind, string[] candidates) => Assert.Equal(
        candidates, new MethodFixture().Score(Settings(kind)).Select(scoring => scoring.Condition.Candidate));

    [Fact]
    public void Logistic_probe_scores_are_the_probabilities_of_the_fit_to_unit_rows()
    {
        EpisodeTask task = MethodFixture.Task;
        Matrix<float> support = UnitRows.Normalize(task.Support.View);
        Matrix<double> expected = LogisticRegression.FitMultinomial(support, task.SupportLabels, [0.1]).Single()
            .Probabilities(UnitRows.Normalize(task.Query.View));

        Scoring scoring = new MethodFixture().Score(Settings("linear-probe"))[0];

        AssertClose(expected, scoring.Scores);
    }

    [Fact]
    public void Raw_features_are_used_as_they_are()
    {
        EpisodeTask task = MethodFixture.Task;
        Matrix<double> expected =
            RidgeRegression.Fit(task.Support, task.SupportLabels, [2]).Single().Apply(task.Query);

        Scoring scoring = new MethodFixture().Score(new RidgeSettings("r", [2], FeatureScale.Raw, s_thresholds))[0];

        AssertClose(expected, scoring.Scores);
    }

    [Fact]
    public void Logistic_probe_of_several_labels_gives_a_probability_for_each()
    {
        Matrix<float> scores = new MethodFixture().Score(Settings("linear-probe"), s_multiLabel)[0].Scores;

        Assert.All(scores.Values.ToArray(), score => Assert.InRange(score, 0, 1));
        Assert.Contains(
            Enumerable.Range(0, scores.Rows), row => Math.Abs(scores.Row(row).ToArray().Sum() - 1) > 0.1);
    }

    [Fact]
    public void Neighbours_of_several_labels_vote_for_each_of_theirs()
    {
        // The whole support votes: the shares are the labels' frequencies, 5 + 2 or 3 of 25 rows.
        Matrix<float> scores = new MethodFixture().Score(Settings("knn"), s_multiLabel)[^1].Scores;

        float[] frequencies = [.. s_multiLabel.SupportLabels.Counts().Select(count => count / 25f)];
        Assert.All(Enumerable.Range(0, scores.Rows), row => Assert.Equal(frequencies, scores.Row(row).ToArray()));
    }

    [Theory]
    [InlineData(NeighbourDistance.Euclidean)]
    [InlineData(NeighbourDistance.Cosine)]
    public void Nearest_mean_of_several_labels_compares_the_distances_to_both_sides(NeighbourDistance distance)
    {
        // Label 0: rows 0 and 1 with it, row 2 without. Label 1: all rows. Label 2: none.
        EpisodeTask task = MethodFixture.Task with
        {
            IsMultiLabel = true,
            Classes = ["a", "b", "c"],
            Support = new Matrix<float>([1, 0, 1, 0, 0, 1], 3, 2),
            SupportLabels = LabelRows.Of([[0, 1], [0, 1], [1]], 3),
            Query = new Matrix<float>([1, 0, 0, 1, 1, 1], 3, 2),
        };

        Matrix<float> scores =
            new MethodFixture().Score(new NearestMeanSettings("n", distance, s_thresholds), task)[0].Scores;

        Assert.Equal([1, 1, 0], scores.Row(0).ToArray());
        Assert.Equal([0, 1, 0], scores.Row(1).ToArray());
        Assert.Equal(0.5f, scores.Row(2)[0], 1e-6f);
    }

    private static int Way(int row) => row / MethodFixture.Shots;

    private static MethodSettings Settings(string kind) => kind switch
    {
        "linear-probe" => new LogisticProbeSettings(kind, [0.1, 100], FeatureScale.Unit, s_thresholds),
        "ridge" => new RidgeSettings(kind, [0.5, 2], FeatureScale.Unit, s_thresholds),
        "ncm" => new NearestMeanSettings(kind, NeighbourDistance.Cosine, s_thresholds),
        _ => new NeighboursSettings(
            kind, [1, 4, 1000], NeighbourWeights.Uniform, NeighbourDistance.Cosine, s_thresholds),
    };

    private static void AssertClose(Matrix<double> expected, Matrix<float> actual)
    {
        for (int cell = 0; cell < expected.Values.Length; cell++)
        {
            Assert.Equal(expected.Values[cell], actual.Values[cell], 1e-6);
        }
    }
}
