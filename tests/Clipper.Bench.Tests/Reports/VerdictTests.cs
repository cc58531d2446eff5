using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Comparisons;

namespace Clipper.Bench.Tests.Reports;

public sealed class VerdictTests
{
    private static readonly ComparisonGroup s_episodes =
        new("omniglot", "evaluation", "ViT-B/32", 5, 5, 15, Step: null, "accuracy");

    [Fact]
    public void Streams_count_beside_episodes_of_the_same_data_and_setting_at_their_last_step()
    {
        MethodRank[] ranks =
        [
            Rank(s_episodes, "linear-probe", 1), Rank(s_episodes, "mwi", 2),
            Rank(s_episodes with { Step = 1 }, "forgetful", 1), Rank(s_episodes with { Step = 1 }, "steady", 2),
            Rank(s_episodes with { Step = 2 }, "steady", 1), Rank(s_episodes with { Step = 2 }, "forgetful", 2),
        ];

        Assert.Equal(
            "Best, or not significantly behind the best (paired t-test, Holm, 0.05), by accuracy on 2 data sets and "
            + "settings: linear-probe on 1, steady on 1.",
            Verdict.Best(ranks).Single());
    }

    [Fact]
    public void Methods_count_by_the_first_metric_that_the_data_have()
    {
        MethodRank[] ranks =
        [
            Rank(s_episodes, "wi", 1), Rank(s_episodes with { Metric = "map" }, "mwi", 1),
            Rank(s_episodes with { Dataset = "coco", Metric = "map" }, "mwi", 1),
        ];

        Assert.EndsWith(
            "by accuracy or mAP (sklearn) on 2 data sets and settings: wi on 1, mwi on 1.",
            Verdict.Best(ranks).Single(),
            StringComparison.Ordinal);
    }

    private static MethodRank Rank(ComparisonGroup group, string method, int rank) =>
        new(group, method, rank, [], 0.5, 0.1, 20);
}
