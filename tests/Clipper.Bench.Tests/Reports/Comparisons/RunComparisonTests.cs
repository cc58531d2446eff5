using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Tests.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Reports.Comparisons;

public sealed class RunComparisonTests : IDisposable
{
    private static readonly string[] _small =
        ["datasets={ name: shapes, variant: single }", "protocol.settings=3w1s4q", "methods=[wi, mwi]"];

    private readonly RunFixture _good = new() { Inputs = new FakeInputs { Noise = 0.5 } };
    private readonly RunFixture _poor = new() { Inputs = new FakeInputs { Noise = 2 } };

    public void Dispose()
    {
        _good.Dispose();
        _poor.Dispose();
    }

    [Fact]
    public void Run_compared_with_itself_moves_nothing()
    {
        string folder = Run(_good);

        var comparison = RunComparison.Of(folder, folder, []);

        Assert.Equal(2 * 4, comparison.Differences.Count);
        Assert.All(
            comparison.Differences,
            d => Assert.Equal((0.0, "", false), (d.Test.Difference, d.Unpaired, d.IsSignificant)));
        Assert.Empty(comparison.Moved);
        Assert.False(comparison.IsRegression(0));
    }

    [Fact]
    public void Same_draws_are_compared_episode_by_episode_and_a_loss_beyond_the_margin_is_a_regression()
    {
        var comparison = RunComparison.Of(Run(_good), Run(_poor), ["accuracy"]);

        RunDifference accuracy = comparison.Differences[0];
        Assert.Empty(accuracy.Unpaired);
        Assert.Equal(12, accuracy.Test.N);
        Assert.Equal(accuracy.MeanB - accuracy.MeanA, accuracy.Test.Difference, 1e-12);
        Assert.Equal("worse", RunComparisonTable.Verdict(accuracy));
        Assert.True(comparison.IsRegression(0));
        Assert.False(comparison.IsRegression(accuracy.Loss + 0.001));
        Assert.NotEmpty(comparison.Moved);
    }

    [Fact]
    public void Better_is_no_regression_and_lower_is_better_for_losses()
    {
        var comparison = RunComparison.Of(Run(_poor), Run(_good), ["hamming"]);

        Assert.All(comparison.Differences, difference => Assert.True(difference.Test.Difference < 0));
        Assert.All(comparison.Differences, difference => Assert.True(difference.Loss < 0));
        Assert.False(comparison.IsRegression(0));
    }

    [Theory]
    [InlineData("seed=7", "other draws")]
    [InlineData("protocol.episodes=9", "other draws: 12 and 9 episodes")]
    public void Other_draws_are_compared_unpaired_and_said_so(string change, string reason)
    {
        string other = _good.Run("other", [.. _small, change]).Folder;

        var comparison = RunComparison.Of(Run(_good), other, []);

        Assert.All(comparison.Differences, difference => Assert.Equal(reason, difference.Unpaired));
        ResultTable table = RunComparisonTable.Of(comparison);
        Assert.Contains($"unpaired, {reason}", table.Rows[0].Select(cell => cell.Text));
    }

    [Fact]
    public void Holm_corrects_over_all_values_that_are_compared()
    {
        var all = RunComparison.Of(Run(_good), Run(_poor), []);

        double least = all.Differences.Min(difference => difference.Test.P);
        double adjusted = all.Differences.Min(difference => difference.HolmP);
        Assert.Equal(Math.Min(1, least * all.Differences.Count), adjusted, 12);
    }

    [Fact]
    public void Value_that_the_second_run_lacks_is_named_and_is_a_regression()
    {
        string less = _good.Run("less", [.. _small[..2], "methods=[wi]"]).Folder;

        var comparison = RunComparison.Of(Run(_good), less, ["map"]);

        Assert.Equal(["shapes single random-vit-s0 3w1s4q mwi map"], comparison.Missing);
        Assert.True(comparison.IsRegression(1));
        Assert.Equal([null], comparison.Moved.Select(moved => moved.MeanB));
        Assert.Equal(comparison.Missing, RunComparison.Of(less, Run(_good), ["map"]).Added);
    }

    [Fact]
    public void Number_of_the_records_that_the_second_run_lacks_is_a_regression()
    {
        string less = _good.Run("less", [.. _small[..2], "methods=[wi, mwi: { thresholds: [0.5, 0.6] }]"]).Folder;
        string more = _good.Run("more", [.. _small[..2], "methods=[wi, mwi: { thresholds: [0.4, 0.5, 0.6] }]"]).Folder;

        var lacking = RunComparison.Of(more, less, ["hamming"]);

        Assert.Empty(lacking.Missing);
        Assert.Equal([0.4], lacking.Moved.Where(moved => moved.MeanB is null).Select(moved => moved.Record.Threshold));
        Assert.True(lacking.IsRegression(1));
        Assert.False(RunComparison.Of(less, more, ["hamming"]).IsRegression(1));
    }

    [Fact]
    public void Other_number_of_episodes_lacks_no_value()
    {
        string other = _good.Run("other", [.. _small, "protocol.episodes=9"]).Folder;

        var comparison = RunComparison.Of(Run(_good), other, ["accuracy", "map"]);

        Assert.All(comparison.Moved, moved => Assert.NotNull(moved.MeanB));
        Assert.False(comparison.IsRegression(1));
    }

    [Fact]
    public void Metric_that_was_not_run_is_refused_and_those_that_were_are_named()
    {
        string folder = Run(_good);

        var error = Assert.Throws<UsageException>(() => RunComparison.Of(folder, folder, ["accuracy", "exact_match"]));

        Assert.Equal(
            $"Neither run has a value of exact_match. Metrics of {folder}: accuracy, map, o_f1, hamming; "
            + $"of {folder}: accuracy, map, o_f1, hamming.",
            error.Message);
    }

    [Fact]
    public void Other_model_is_compared_on_the_same_draws()
    {
        string other = _good.Run("other", [.. _small, "model=random:1"]).Folder;

        var comparison = RunComparison.Of(Run(_good), other, []);

        Assert.Equal(["Another model: random-vit-s0 in the first run, random-vit-s1 in the second."], comparison.Notes);
        Assert.All(comparison.Differences, difference => Assert.Empty(difference.Unpaired));
    }

    [Fact]
    public void Values_of_one_episode_that_moved_are_untested_and_break_the_gate()
    {
        const string one = "protocol={ settings: 3w1s4q, episodes: 1, validation-episodes: 2 }";
        string a = _good.Run("one", [.. _small, one]).Folder;
        string b = _poor.Run("one", [.. _small, one]).Folder;

        var moved = RunComparison.Of(a, b, ["map"]);
        var same = RunComparison.Of(a, a, ["map"]);

        Assert.All(moved.Differences, each => Assert.Equal(RunVerdict.Untested, each.Verdict));
        Assert.Equal(moved.Differences, moved.Untested);
        Assert.StartsWith(
            "2 of 2 values moved and cannot be tested, as fewer than 2 episodes of a run have them: shapes single",
            RegressionGate.Reasons(moved, 0).Single(),
            StringComparison.Ordinal);
        Assert.Empty(RegressionGate.Reasons(moved, 1));
        Assert.Contains(
            RunComparisonTable.Of(moved).Notes, note => note.StartsWith("Untested", StringComparison.Ordinal));
        Assert.EndsWith(",untested", RunComparisonTable.Csv(moved).Split('\n')[1], StringComparison.Ordinal);
        Assert.All(same.Differences, each => Assert.Equal("same", RunComparisonTable.Verdict(each)));
        Assert.Empty(RegressionGate.Reasons(same, 0));
        Assert.DoesNotContain("ntested", string.Concat(RunComparisonTable.Of(same).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_differ_without_a_significant_difference_are_not_called_the_same()
    {
        string other = _good.Run("other", [.. _small, "seed=7"]).Folder;

        var comparison = RunComparison.Of(Run(_good), other, []);

        RunDifference[] open = [.. comparison.Differences.Where(each => !each.IsSignificant && each.Loss != 0)];
        Assert.NotEmpty(open);
        Assert.All(open, each => Assert.Equal("no significant difference", RunComparisonTable.Verdict(each)));
    }

    [Theory]
    [InlineData(0.5, 0.5, 1, true, RunVerdict.Same)]
    [InlineData(0.5, 0.5, 1, false, RunVerdict.NoDifference)]
    [InlineData(0.5, 0.4, 0.06, false, RunVerdict.NoDifference)]
    [InlineData(0.5, 0.4, 0.04, false, RunVerdict.Worse)]
    [InlineData(0.5, 0.6, 0.04, false, RunVerdict.Better)]
    [InlineData(0.5, 0.6, double.NaN, false, RunVerdict.Untested)]
    [InlineData(0.5, double.NaN, double.NaN, false, RunVerdict.Untested)]
    [InlineData(double.NaN, double.NaN, double.NaN, true, RunVerdict.Same)]
    public void Verdict_is_the_same_only_for_equal_values(
        double a, double b, double holmP, bool isSame, RunVerdict verdict)
    {
        var group = new ComparisonGroup("shapes", "single", "m", 5, 1, 15, null, "accuracy");
        var difference = new RunDifference(
            group, "wi", a, b, new MeanTest(b - a, 0.1, 1, holmP, 1, 10), "", holmP)
        {
            IsSame = isSame,
        };

        Assert.Equal(verdict, difference.Verdict);
    }

    [Fact]
    public void Latex_of_the_moved_numbers_names_the_threshold_in_every_block()
    {
        var comparison = RunComparison.Of(Run(_good), Run(_poor), []);

        ResultTable moved = RunComparisonTable.Moved(comparison, 200);
        string[] tabulars = TableFormats.Write(moved, TableFormat.Latex).Split(@"\begin{tabular}")[1..];

        Assert.All(tabulars, tabular => Assert.Matches(@"\\toprule\nthreshold &", tabular));
        Assert.All(tabulars, tabular => Assert.Contains(@"$\cdot$ mwi}", tabular, StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_has_unrounded_numbers_and_table_the_moved_ones()
    {
        var comparison = RunComparison.Of(Run(_good), Run(_poor), ["accuracy"]);

        string[] lines = RunComparisonTable.Csv(comparison).TrimEnd('\n').Split('\n');
        Assert.Equal(
            "dataset,variant,model,ways,shots,queries,step,metric,method,mean_a,mean_b,difference,ci95,t,p,p_holm,"
            + "effect_size,n,unpaired,verdict",
            lines[0]);
        Assert.StartsWith("shapes,single,random-vit-s0,3,1,4,,accuracy,wi,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",12,,worse", lines[1], StringComparison.Ordinal);
        ResultTable moved = RunComparisonTable.Moved(comparison, 1);
        Assert.Single(moved.Rows);
        Assert.Equal(["… and 1 more; --json lists all."], moved.Notes);
    }

    [Fact]
    public void Runs_that_share_nothing_are_refused()
    {
        string other = _good.Run("other", [_small[0], "protocol.settings=5w2s3q", _small[2]]).Folder;

        var error = Assert.Throws<UsageException>(() => RunComparison.Of(Run(_good), other, []));

        Assert.Contains("share no value", error.Message, StringComparison.Ordinal);
    }

    private static string Run(RunFixture fixture) => fixture.Run("a", _small).Folder;
}
