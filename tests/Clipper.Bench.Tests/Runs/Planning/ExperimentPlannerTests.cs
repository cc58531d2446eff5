using Clipper.Bench.Runs;
using Clipper.Bench.Runs.Planning;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs.Planning;

public sealed class ExperimentPlannerTests : IDisposable
{
    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Theory]
    [InlineData("seed=0")]
    [InlineData("sweep.protocol.episodes=[3, 4]", "sweep.methods.wi.train.epochs=[[0], [0, 1]]")]
    [InlineData("sweep.zip.seed=[1, 2]", "sweep.zip.protocol.settings=[3w1s4q, 5w2s3q]")]
    public void Plan_lists_exactly_the_cells_that_a_run_leaves(params string[] overrides)
    {
        PlanReport before = Plan("a", overrides);

        _runs.Run("a", overrides);
        PlanReport after = Plan("a", overrides);

        Assert.Equal(CellsOf("a"), before.Cells.Select(cell => cell.Id).Order(StringComparer.Ordinal));
        Assert.Equal(before.Cells.Select(cell => cell.Id), after.Cells.Select(cell => cell.Id));
        Assert.All(before.Cells, cell => Assert.False(cell.IsDone));
        Assert.All(after.Cells, cell => Assert.True(cell.IsDone));
        Assert.All(before.Embeddings, each => Assert.Equal(EmbeddingState.ToDo, each.State));
        Assert.All(after.Embeddings, each => Assert.Equal(EmbeddingState.NotNeeded, each.State));
        Assert.Equal(0, after.Seconds);
    }

    [Fact]
    public void Cells_of_an_unfinished_run_are_to_do()
    {
        _runs.Run(new RunOptions(_runs.Folder("a"), ShardIndex: 1, ShardCount: 3));

        PlanReport plan = Plan("a");

        Assert.Equal(RunFixture.Cells / 3, plan.Cells.Count(cell => cell.IsDone));
    }

    [Fact]
    public void Planning_writes_nothing_and_embeds_nothing_where_it_does_not_calibrate()
    {
        Plan("a");

        Assert.False(Directory.Exists(_runs.Folder("a")));
        Assert.Equal(0, _runs.Inputs.EmbedCalls);
    }

    [Fact]
    public void Without_measurements_the_time_is_unknown_and_with_calibration_it_is_not()
    {
        PlanReport quick = Plan("a");
        PlanReport calibrated = Planner("a").Plan(_runs.Experiment(), _ => { }, calibrates: true, default);

        Assert.Equal(RunFixture.Cells + 2, quick.Unknown);
        Assert.Equal(0, calibrated.Unknown);
        Assert.True(calibrated.Seconds > 0);
        Assert.True(calibrated.Bytes > 0);
        Assert.Equal(["calibration"], calibrated.Sources);
    }

    [Fact]
    public void Rates_are_those_of_earlier_runs_beside_the_results()
    {
        _runs.Run("earlier", "protocol.episodes=6", "seed=3");

        PlanReport plan = Plan("later");

        Assert.Equal(0, plan.Unknown);
        Assert.Equal([Path.GetFullPath(_runs.Folder("earlier"))], plan.Sources.Select(Path.GetFullPath));
    }

    [Fact]
    public void Folder_of_another_configuration_is_refused_as_by_a_run()
    {
        _runs.Run("a");

        Assert.Throws<UsageException>(() => Plan("a", "seed=4"));
    }

    private PlanReport Plan(string folder, params string[] overrides) =>
        Planner(folder).Plan(_runs.Experiment(overrides), _ => { }, calibrates: false, default);

    private ExperimentPlanner Planner(string folder) =>
        new(new RunOptions(_runs.Folder(folder)), _ => _runs.Inputs, TimeProvider.System);

    private IEnumerable<string> CellsOf(string folder) =>
        Directory.EnumerateFiles(Path.Combine(_runs.Folder(folder), "cells"))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);
}
