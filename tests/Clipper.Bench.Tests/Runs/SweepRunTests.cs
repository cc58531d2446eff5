using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs;

public sealed class SweepRunTests : IDisposable
{
    private static readonly string[] _small =
        ["datasets=[{ name: shapes, variant: single }]", "methods=[wi, mwi]", "protocol.settings=[3w1s4q]"];

    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Cells_that_points_share_are_computed_once()
    {
        RunOutcome outcome = _runs.Run("a", [.. _small, "sweep.methods.mwi.threshold=[0.5, 0.6, 0.7]"]);

        Assert.Equal(4, outcome.Computed);
        Assert.Equal(
            ["wi", "mwi [threshold=0.5]", "mwi [threshold=0.6]", "mwi [threshold=0.7]"],
            outcome.Records.Select(record => record.Method).Distinct());
        Assert.Equal(1, _runs.Inputs.EmbedCalls);
    }

    [Fact]
    public void Cells_are_ordered_by_data_set_model_and_setting()
    {
        RunOutcome outcome = _runs.Run(
            "a", [.. _small, "sweep.methods.mwi.threshold=[0.5, 0.6]", "sweep.protocol.settings=[3w1s4q, 3w2s4q]"]);

        Assert.Equal(
            [
                "1 wi", "1 mwi [threshold=0.5]", "1 mwi [threshold=0.6]",
                "2 wi", "2 mwi [threshold=0.5]", "2 mwi [threshold=0.6]",
            ],
            outcome.Records.Select(record => $"{record.Shots} {record.Method}").Distinct());
    }

    [Fact]
    public void Points_with_other_seeds_have_draws_of_their_own()
    {
        _runs.Run("a", [.. _small, "sweep.seed=[0, 1]"]);
        _runs.Run("b", [.. _small, "seed=1"]);

        SortedDictionary<string, string> swept = _runs.Files("a");
        Assert.Equal(_runs.Files("b")["draws/shapes-single-3w1s4q.csv"], swept["draws/shapes-single-3w1s4q.2.csv"]);
        Assert.NotEqual(swept["draws/shapes-single-3w1s4q.csv"], swept["draws/shapes-single-3w1s4q.2.csv"]);
    }

    [Fact]
    public void Point_gives_the_numbers_of_the_same_experiment_alone()
    {
        RunOutcome swept = _runs.Run(
            "a", [.. _small, "sweep.seed=[0, 1]", "sweep.protocol.mode=[paper, corrected]"]);
        RunOutcome alone = _runs.Run("b", [.. _small, "seed=1", "protocol.mode=paper"]);

        Assert.Equal(
            alone.Records.Where(record => record.Method == "mwi").Select(record => record.Mean),
            swept.Records.Where(record => record.Method == "mwi [seed=1, mode=paper]").Select(record => record.Mean));
    }

    [Fact]
    public void Sweep_is_resumed_and_another_sweep_is_refused_with_the_key_that_differs()
    {
        string[] sweep = [.. _small, "sweep.protocol.settings=[3w1s4q, 3w2s4q]"];
        _runs.Run("a", sweep);

        RunOutcome again = _runs.Run("a", sweep);
        var error = Assert.Throws<UsageException>(
            () => _runs.Run("a", [.. _small, "sweep.protocol.settings=[3w1s4q, 3w3s4q]"]));

        Assert.Equal((0, 4), (again.Computed, again.Reused));
        Assert.Contains(
            "protocol.settings: 3w1s4q | 3w2s4q → 3w1s4q | 3w3s4q", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_tables_could_not_tell_apart_are_refused()
    {
        string[] pairs = [.. _small, "sweep.methods=[[mwi: { thresholds: 0.5 }], [mwi: { thresholds: 0.6 }]]"];

        var error = Assert.Throws<UsageException>(() => _runs.Run("a", pairs));

        Assert.Contains("which tables could not tell apart (they differ in method.thresholds)", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Resolved_sweep_has_the_same_cells_as_the_sweep_that_it_was_written_from()
    {
        _runs.Run("a", [.. _small, "sweep.seed=[0, 1]", "sweep.methods.mwi.threshold=[0.5, 0.6]"]);
        string[] cells = [.. _runs.Files("a").Keys.Where(file => file.StartsWith("cells", StringComparison.Ordinal))];
        string config = Path.Combine(_runs.Folder("a"), "config.yaml");

        using RunPlan plan = RunPlan.Make(
            ExperimentFile.Load(config, []), _runs.Inputs, _ => { });

        Assert.Equal(cells, plan.Cells.Select(cell => $"cells/{cell.Id}.json").Order(StringComparer.Ordinal));
    }
}
