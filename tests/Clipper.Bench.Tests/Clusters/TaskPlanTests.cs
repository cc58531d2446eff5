using Clipper.Bench.Clusters;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Clusters;

public sealed class TaskPlanTests : IDisposable
{
    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Plan_of_a_new_run_has_every_task()
    {
        TaskPlan plan = Plan(tasks: 4);

        Assert.Equal([1, 2, 3, 4], plan.Embed);
        Assert.Equal([1, 2, 3, 4], plan.Cells);
    }

    [Fact]
    public void Plan_with_more_tasks_than_cells_leaves_the_empty_ones_out() =>
        Assert.Equal(Enumerable.Range(1, RunFixture.Cells), Plan(tasks: 20).Cells);

    [Fact]
    public void Plan_of_a_run_that_is_partly_there_has_what_is_missing()
    {
        _runs.Run(new RunOptions(_runs.Folder("a"), ShardIndex: 2, ShardCount: 4));
        _runs.Run(new RunOptions(_runs.Folder("a"), ShardIndex: 3, ShardCount: 4));
        _runs.Inputs.Parts.UnionWith([("shapes-single", 1, 4), ("shapes-multi", 1, 4), ("shapes-single", 2, 4)]);

        TaskPlan plan = Plan(tasks: 4);

        Assert.Equal([2, 3, 4], plan.Embed);
        Assert.Equal([1, 4], plan.Cells);
    }

    [Fact]
    public void Plan_of_a_whole_run_is_empty()
    {
        _runs.Run("a");

        TaskPlan plan = Plan(tasks: 4);

        Assert.Empty(plan.Embed);
        Assert.Empty(plan.Cells);
    }

    [Fact]
    public void Plan_for_the_folder_of_another_configuration_is_refused()
    {
        _runs.Run("a", "seed=7");

        var refused = Assert.Throws<UsageException>(() => Plan(tasks: 4));

        Assert.Contains("seed: 7 → 0", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Embed_of_a_shard_embeds_its_part_of_every_data_set_and_writes_no_results()
    {
        var options = new RunOptions(_runs.Folder("a"), ShardIndex: 2, ShardCount: 3);

        new ExperimentRunner(options, _runs.Inputs, TimeProvider.System)
            .Embed(_runs.Experiment(), _runs.Observer, CancellationToken.None);

        Assert.Equal([("shapes-multi", 2, 3), ("shapes-single", 2, 3)], _runs.Inputs.Parts.Order());
        Assert.False(Directory.Exists(_runs.Folder("a")));
    }

    private TaskPlan Plan(int tasks)
    {
        var submission = new Submission(_runs.Experiment(), _runs.Folder("a"), tasks, ["clipper"], "cpu");
        return TaskPlan.Of(submission, _runs.Inputs, _ => { });
    }
}
