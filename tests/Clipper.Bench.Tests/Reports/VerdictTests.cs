using System.Globalization;
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
        ComparisonGroup coco = s_episodes with { Dataset = "coco", Metric = "map" };
        MethodRank[] ranks =
        [
            Rank(s_episodes, "wi", 1), Rank(s_episodes, "mwi", 2),
            Rank(s_episodes with { Metric = "map" }, "mwi", 1), Rank(s_episodes with { Metric = "map" }, "wi", 2),
            Rank(coco, "mwi", 1), Rank(coco, "wi", 2),
        ];

        Assert.EndsWith(
            "by accuracy or mAP (sklearn) on 2 data sets and settings: wi on 1, mwi on 1.",
            Verdict.Best(ranks).Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Place_where_a_method_has_guesses_alone_beside_it_is_left_out_and_counted()
    {
        ComparisonGroup other = s_episodes with { Shots = 1 };
        MethodRank[] ranks =
        [
            Rank(s_episodes, "wi", 1), Rank(s_episodes, "mwi", 2), Floor(s_episodes, "all labels", 3),
            Rank(other, "wi", 1), Floor(other, "all labels", 2), Floor(other, "chance", 2),
            Floor(other with { Shots = 2 }, "all labels", 1), Floor(other with { Shots = 2 }, "chance", 1),
        ];

        Assert.Equal(
            [
                "Best, or not significantly behind the best (paired t-test, Holm, 0.05), by accuracy on 1 data set and "
                + "setting: wi on 1.",
                "Left out: 2 data sets and settings where at most one method stands beside constant or random guesses.",
            ],
            Verdict.Best(ranks));
    }

    [Fact]
    public void Repetitions_of_one_method_are_no_rivals()
    {
        MethodRank[] ranks =
        [
            Rank(s_episodes, "wi [a]", 1) with { Contender = "wi" },
            Rank(s_episodes, "wi [b]", 1) with { Contender = "wi" },
            Floor(s_episodes, "chance [a]", 3),
        ];

        Assert.Equal(
            "No method is called best: 1 data set and setting where at most one method stands beside constant or "
            + "random guesses.",
            Verdict.Best(ranks).Single());
    }

    [Fact]
    public void Guess_that_no_rival_beats_is_among_the_best() => Assert.EndsWith(
        ": wi on 1, all labels on 1.",
        Verdict.Best([Rank(s_episodes, "wi", 1), Floor(s_episodes, "all labels", 1), Rank(s_episodes, "mwi", 3)])
            .Single(),
        StringComparison.Ordinal);

    [Fact]
    public void Methods_of_one_count_are_all_named_or_none_of_them_is_said_to_be_best_less_often()
    {
        string equal = Verdict.Best(Ranks(200)).Single();
        string tied = Verdict.Best(
        [
            .. Ranks(2), .. Ranks(12).Select(rank => rank with { Group = rank.Group with { Shots = 1 } }),
        ]).Single();

        Assert.EndsWith(
            ": 200 methods on 1 each (m0, m1, m2, m3, m4, m5, m6, m7, …).", equal, StringComparison.Ordinal);
        Assert.EndsWith(": m0 on 2, m1 on 2, 10 other methods less often.", tied, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_episodes_decide_nothing()
    {
        MethodRank[] ranks =
            [Rank(s_episodes, "wi", 1) with { N = 1 }, Rank(s_episodes, "mwi", 1), Floor(s_episodes, "chance", 1)];

        Assert.Equal(
            "No method is called best: 1 data set and setting where single episodes allow no test.",
            Verdict.Best(ranks).Single());
    }

    [Fact]
    public void Methods_of_other_draws_are_told_from_those_that_are_paired()
    {
        MethodRank[] ranks =
        [
            Rank(s_episodes, "wi", 1) with { Draws = "a" }, Rank(s_episodes, "probe", 1) with { Draws = "a" },
            Floor(s_episodes, "chance", 3) with { Draws = "b" },
        ];
        MethodRank[] apart =
            [Rank(s_episodes, "wi", 1) with { Draws = "a" }, Rank(s_episodes, "mwi", 2) with { Draws = "b" }];
        MethodRank[] paired = [.. Ranks(2).Select(rank => rank with { Group = rank.Group with { Shots = 1 } })];

        Assert.Equal(
            [
                "Best, or not significantly behind the best (paired t-test on the same draws, Welch's t-test across "
                + "draws, Holm, 0.05), by accuracy on 1 data set and setting: wi on 1, probe on 1.",
                "There, methods of different draws are compared by Welch's t-test. Paired are probe with wi.",
            ],
            Verdict.Best(ranks));
        Assert.Equal(
            "On 1 of them, methods of different draws are compared by Welch's t-test. None are paired.",
            Verdict.Best([.. apart, .. paired]).Last());
        Assert.Equal(
            "On all of them, methods of different draws are compared by Welch's t-test. Paired are those of the same "
            + "draws, which the ranks name.",
            Verdict.Best([.. ranks, .. apart.Select(rank => rank with { Group = rank.Group with { Shots = 1 } })])
                .Last());
    }

    private static MethodRank[] Ranks(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            Rank(s_episodes, string.Create(CultureInfo.InvariantCulture, $"m{i}"), 1)),
    ];

    private static MethodRank Floor(ComparisonGroup group, string method, int rank) =>
        Rank(group, method, rank) with { IsFloor = true };

    private static MethodRank Rank(ComparisonGroup group, string method, int rank) =>
        new(group, method, rank, [], 0.5, 0.1, 20);
}
