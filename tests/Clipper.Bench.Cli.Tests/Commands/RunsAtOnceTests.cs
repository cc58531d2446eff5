using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>RELIABILITY R5: four processes at once on one results folder.</summary>
public sealed class RunsAtOnceTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Four_that_wait_compute_every_cell_once()
    {
        _runs.Run("alone");

        ChildProcess[] ended = Four("together", "--wait", "--json");

        Assert.All(ended, run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.Equal(SmallRuns.Cells, ended.Sum(run => Count(run, "computed")));
        Assert.All(ended, run => Assert.Equal(SmallRuns.Cells, Count(run, "computed") + Count(run, "reused")));
        Assert.Equal(_runs.Files("alone"), _runs.Files("together"));
    }

    [Fact]
    public void Four_that_do_not_wait_leave_one_result_and_name_who_holds_it()
    {
        _runs.Run("alone");

        ChildProcess[] ended = Four("together");

        Assert.Contains(ended, run => run.ExitCode == 0);
        Assert.All(
            ended.Where(run => run.ExitCode != 0),
            run =>
            {
                Assert.Equal(1, run.ExitCode);
                Assert.Matches(new Regex(@": process \d+ on \S+ is working in this .*folder; .*--wait"), run.Error);
            });
        Assert.Equal(_runs.Files("alone"), _runs.Files("together"));
    }

    private ChildProcess[] Four(string folder, params string[] more)
    {
        Process[] processes =
            [.. Enumerable.Range(0, 4).Select(_ => ChildProcess.Start(_runs.Args(folder, more)))];
        ChildProcess[] ended = [.. processes.Select(ChildProcess.Finish)];
        Array.ForEach(processes, process => process.Dispose());
        return ended;
    }

    private static int Count(ChildProcess run, string name) =>
        JsonDocument.Parse(run.Output).RootElement.GetProperty(name).GetInt32();
}
