using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Tests.Reports.Comparisons;

public sealed class MethodComparisonTests
{
    private static readonly double[] _base = [0.5, 0.6, 0.4, 0.7, 0.55, 0.65, 0.45, 0.5];

    [Fact]
    public void Methods_that_differ_are_ranked_and_those_that_do_not_are_tied()
    {
        var comparison = MethodComparison.Of(
        [
            Method("low", "accuracy", [.. _base.Select((v, i) => v - 0.2 + (0.01 * (i % 2)))]),
            Method("a", "accuracy", _base),
            Method("b", "accuracy", [.. _base.Select((v, i) => v + (i % 2 == 0 ? 0.05 : -0.04))]),
        ]);

        Assert.Equal([("b", 1), ("a", 1), ("low", 3)], comparison.Ranks.Select(rank => (rank.Method, rank.Rank)));
        Assert.Equal(["a"], comparison.Ranks[0].TiedWith);
        Assert.Empty(comparison.Ranks[2].TiedWith);
        Assert.Equal(
            [("low", "a"), ("low", "b"), ("a", "b")],
            comparison.Differences.Select(difference => (difference.MethodA, difference.MethodB)));
        Assert.Equal([true, true, false], comparison.Differences.Select(difference => difference.IsSignificant));
        Assert.True(comparison.Differences[0].Test.Difference < 0);
    }

    [Fact]
    public void Lower_is_better_for_losses()
    {
        var comparison = MethodComparison.Of(
        [
            Method("high", "hamming", [.. _base.Select((v, i) => v + 0.2 + (0.01 * (i % 2)))]),
            Method("low", "hamming", _base),
        ]);

        Assert.Equal([("low", 1), ("high", 2)], comparison.Ranks.Select(rank => (rank.Method, rank.Rank)));
    }

    [Fact]
    public void Holm_corrects_over_the_pairs_of_a_group()
    {
        double[] near = [.. _base.Select((v, i) => v + 0.02 + (i % 2 == 0 ? 0.03 : -0.02))];

        var pair = MethodComparison.Of([Method("a", "map", _base), Method("b", "map", near)]);
        var three = MethodComparison.Of(
            [Method("a", "map", _base), Method("b", "map", near), Method("c", "map", _base)]);

        PairedDifference alone = Assert.Single(pair.Differences);
        Assert.Equal(alone.Test.P, alone.HolmP);
        Assert.Equal(Math.Min(1, 3 * alone.Test.P), three.Differences[0].HolmP, 12);
    }

    [Fact]
    public void Methods_of_other_metrics_modes_and_lengths_of_streams_are_not_compared()
    {
        MethodValues a = Method("a", "map", _base);

        Assert.Empty(MethodComparison.Of(
        [
            a, Method("b", "accuracy", _base), Method("c", "map", _base) with { Steps = 5 },
            Method("d", "map", _base) with { Steps = 2 },
            a with { Value = a.Value with { Record = a.Value.Record with { Mode = "paper" } } },
        ]).Differences);
    }

    [Fact]
    public void Methods_of_other_draws_are_compared_by_welchs_test_and_ranked_in_one_place()
    {
        double[] shorter = [.. _base.Take(5).Select(value => value - 0.3)];
        var comparison = MethodComparison.Of(
        [
            Method("a", "map", _base), Method("b", "map", [.. _base.Select(v => v + 0.01)]),
            Method("c", "map", shorter, "other"),
        ]);

        Assert.Equal(
            [true, false, false], comparison.Differences.Select(difference => difference.IsPaired));
        PairedDifference across = comparison.Differences[1];
        var welch = WelchTest.Of(_base, shorter);
        Assert.Equal(
            (welch.Difference, welch.P, welch.DegreesOfFreedom, 5),
            (across.Test.Difference, across.Test.P, across.Test.DegreesOfFreedom, across.Test.N));
        Assert.Equal([("b", 1), ("a", 2), ("c", 3)], comparison.Ranks.Select(rank => (rank.Method, rank.Rank)));
        ResultTable ranks = RankTable.Of(comparison.Ranks);
        Assert.Contains("draws", ranks.Heads);
        Assert.Contains("Welch's t-test across draws", ranks.Notes[0], StringComparison.Ordinal);
        ResultTable pairs = PairedTable.Of(comparison.Differences);
        Assert.Equal(
            ["paired", "unpaired, other draws", "unpaired, other draws"], pairs.Rows.Select(row => row[^1].Text));
    }

    [Fact]
    public void Tables_of_one_set_of_draws_say_that_all_are_paired()
    {
        var comparison = MethodComparison.Of([Method("a", "map", _base), Method("b", "map", _base)]);

        Assert.DoesNotContain("draws", RankTable.Of(comparison.Ranks).Heads);
        Assert.DoesNotContain("episodes", PairedTable.Of(comparison.Differences).Heads);
        Assert.Contains("on the same draws", PairedTable.Of(comparison.Differences).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Guesses_and_repetitions_are_known_by_the_facts_of_their_cells()
    {
        using var runs = new RunFixture();
        const string methods =
            "methods=[wi, wi: { label: again }, mwi, chance, constant: { label: all, predict: all }]";
        string first = runs.Run("a", "protocol.settings=3w1s4q", methods).Folder;
        string second = runs.Run("b", "protocol.settings=3w1s4q", "methods=[wi]", "seed=1").Folder;

        IReadOnlyList<MethodValues> values = Read(first);
        MethodValues other = Read(second)[0];

        MethodValues Of(string method) => values.First(value => value.Value.Record.Method == method);
        Assert.Equal(["chance", "all"], values.Where(v => v.IsFloor).Select(v => v.Value.Record.Method).Distinct());
        Assert.Equal(Of("wi").Contender, Of("again").Contender);
        Assert.Equal(Of("wi").Contender, other.Contender);
        Assert.NotEqual(Of("wi").Contender, Of("mwi").Contender);
        Assert.False(Of("wi").HasDrawsOf(other));
        Assert.True(Of("wi").HasDrawsOf(Of("again")));
    }

    [Fact]
    public void Run_leaves_the_tables_of_its_methods()
    {
        using var runs = new RunFixture();

        RunOutcome outcome = runs.Run("a", "datasets={ name: shapes, variant: single }", "protocol.settings=3w1s4q");

        string tables = Path.Combine(runs.Folder("a"), "tables");
        string[] paired = File.ReadAllLines(Path.Combine(tables, "paired.csv"));
        Assert.Equal(
            "dataset,variant,model,ways,shots,queries,step,metric,method_a,method_b,mean_a,mean_b,difference,ci95,t,df,"
            + "p,p_holm,effect_size,n,unpaired",
            paired[0]);
        Assert.Equal(1 + (4 * 3), paired.Length);
        Assert.StartsWith("shapes,single,random-vit-s0,3,1,4,,accuracy,wi,mwi,", paired[1], StringComparison.Ordinal);

        // Untrained wi and mwi rank alike: their accuracies do not differ in any episode.
        Assert.Matches(",0,0,0,11,1,1,,12,$", paired[1]);
        string[] ranks = File.ReadAllLines(Path.Combine(tables, "ranks.csv"));
        Assert.Equal(1 + (4 * 3), ranks.Length);
        Assert.EndsWith(",n,tied_with,mode,draws", ranks[0], StringComparison.Ordinal);
        Assert.All(ranks[1..], line => Assert.Matches(",corrected,[0-9a-f]{64}$", line));
        Assert.Contains("Ranks of the methods", Tables(outcome), StringComparison.Ordinal);
    }

    private static string Tables(RunOutcome outcome)
    {
        RunReport.Write(outcome.Folder, _ => { });
        return File.ReadAllText(outcome.Report);
    }

    private static IReadOnlyList<MethodValues> Read(string folder) =>
        EpisodeValues.Read(new ResultsFolder(folder), RunResults.Read(folder).Reported);

    private static MethodValues Method(string method, string metric, double[] values, string draws = "draws")
    {
        RunRecord record = ReportRecords.Of(method, metric, values.Average());
        return new MethodValues(ReportRecords.Reported(record), draws, values);
    }
}
