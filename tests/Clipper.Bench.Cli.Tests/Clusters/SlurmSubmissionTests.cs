using System.Diagnostics;
using System.Text.RegularExpressions;
using Clipper.Bench.Cli.Tests.Commands;
using Clipper.Bench.Files;

namespace Clipper.Bench.Cli.Tests.Clusters;

/// <summary>A run of eight tasks on a real Slurm: one is killed, one fails, and the rest is submitted again.</summary>
public sealed class SlurmSubmissionTests : IDisposable
{
    private const int Patience = 6000;
    private const int Tasks = 8;
    private const int Killed = 4;
    private const int Failing = 6;
    private const string FailingCell = "shapes-single.random-vit-s0.3w2s2q.ncm";

    private readonly SmallRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [SlurmFact]
    public void Submitted_run_that_lost_two_tasks_is_completed_to_the_bytes_of_a_local_one()
    {
        Assert.Equal(0, ChildProcess.Run(["run", _runs.Config, "--out", _runs.Out("local")]).ExitCode);
        using var box = new SlurmBox();

        ChildProcess first = SubmitAndLoseTwo(box);

        Assert.Equal(3, first.ExitCode);
        Assert.Matches($"task cells {Killed} was killed or never began; its log, ", first.Error);
        Assert.Matches(
            new Regex($@"(?s)task cells {Failing} left with 2; .*{FailingCell}\.json: cannot be written"), first.Error);
        Assert.Matches("2 tasks failed; the same command submits what is missing", first.Error);

        ChildProcess second = SubmitAgain(box);
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Matches(new Regex(@"\Acells: job \d+, 2 tasks\nreport: job \d+, 1 tasks\n"), second.Output);
        Assert.Equal(_runs.Files("local"), _runs.Files("shared"));

        ChildProcess third = SubmitAgain(box);
        Assert.Equal((0, ""), (third.ExitCode, third.Output));
        Assert.Contains("nothing is missing", third.Error, StringComparison.Ordinal);
    }

    // One task waits for a lock that this test holds, and is killed then; another cannot put its result in its place.
    private ChildProcess SubmitAndLoseTwo(SlurmBox box)
    {
        string inTheWay = Path.Combine(_runs.Out("shared"), "cells", $"{FailingCell}.json");
        Directory.CreateDirectory(inTheWay);
        string name = $"shard-{Killed}-of-{Tasks}{ProcessLock.Suffix}";
        using ProcessLock held = ProcessLock.Acquire(
            Path.Combine(_runs.Out("shared"), ".locks", name), waiting: null, CancellationToken.None);
        using Process process = Submit(box);
        Func<ChildProcess> finish = Listen(process);
        WaitFor(() => ContainsText($"logs/cells-{Killed}.log", "waiting for it."), process);
        box.Kill($"{JobOf("cells")}_{Killed}");
        ChildProcess ended = finish();
        Directory.Delete(inTheWay);
        return ended;
    }

    private ChildProcess SubmitAgain(SlurmBox box)
    {
        using Process process = Submit(box);
        return Listen(process)();
    }

    // However long the cluster takes: a busy machine is no failure.
    private static Func<ChildProcess> Listen(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        return () =>
        {
            process.WaitForExit();
            return new ChildProcess(process.ExitCode, output.Result, error.Result);
        };
    }

    private Process Submit(SlurmBox box) => ChildProcess.Start(
        ["submit", _runs.Config, "--slurm", "--tasks", $"{Tasks}", "--out", _runs.Out("shared"), "--wait"],
        box.Environment, ("CLIPPER_CACHE", _runs.Out("cache")));

    private string JobOf(string kind)
    {
        string json = File.ReadAllText(Path.Combine(_runs.Out("shared") + ".jobs", "submission.json"));
        return Regex.Match(json, $@"""id"": ""(\d+)"",\s+""kind"": {(kind == "cells" ? 1 : 0)}").Groups[1].Value;
    }

    private bool ContainsText(string file, string text)
    {
        string path = Path.Combine(_runs.Out("shared") + ".jobs", file);
        return File.Exists(path) && File.ReadAllText(path).Contains(text, StringComparison.Ordinal);
    }

    private static void WaitFor(Func<bool> holds, Process process)
    {
        for (int i = 0; i < Patience && !process.HasExited; i++)
        {
            if (holds())
            {
                return;
            }

            Thread.Sleep(50);
        }

        Assert.Fail("the task never waited for the lock");
    }
}
