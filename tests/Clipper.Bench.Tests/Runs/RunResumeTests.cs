using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs;

/// <summary>RELIABILITY R1, R4, R7: a run goes on where another ended, and never mixes two configurations.</summary>
public sealed class RunResumeTests : IDisposable
{
    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Run_with_all_results_there_computes_and_embeds_nothing()
    {
        _runs.Run("a");
        SortedDictionary<string, string> before = _runs.Files("a");
        int embedded = _runs.Inputs.EmbedCalls;

        RunOutcome again = _runs.Run("a");

        Assert.Equal((0, RunFixture.Cells, 0), (again.Computed, again.Reused, again.Failed));
        Assert.Equal(embedded, _runs.Inputs.EmbedCalls);
        Assert.Equal(before, _runs.Files("a"));
        Assert.Equal((RunFixture.Cells, RunFixture.Cells), _runs.Observer.Plan);
    }

    [Fact]
    public void Run_computes_only_the_cells_that_are_missing()
    {
        _runs.Run("a");
        SortedDictionary<string, string> before = _runs.Files("a");
        string[] lost = [.. Cells("a").Where((_, index) => index % 5 == 0)];
        Array.ForEach(lost, File.Delete);
        File.Delete(Path.Combine(_runs.Folder("a"), "records.csv"));

        RunOutcome again = _runs.Run("a");

        Assert.Equal((lost.Length, RunFixture.Cells - lost.Length), (again.Computed, again.Reused));
        Assert.Equal(before, _runs.Files("a"));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("digit")]
    [InlineData("empty")]
    public void Run_computes_a_damaged_cell_again_and_says_so(string damage)
    {
        _runs.Run("a");
        SortedDictionary<string, string> before = _runs.Files("a");
        string cell = Cells("a")[3];
        string text = File.ReadAllText(cell);
        int value = text.LastIndexOf("0.", StringComparison.Ordinal) + 2;
        File.WriteAllText(cell, damage switch
        {
            "cut" => text[..(text.Length / 2)],
            "digit" => text[..value] + (text[value] == '9' ? '8' : '9') + text[(value + 1)..],
            _ => "",
        });

        RunOutcome again = _runs.Run("a");

        Assert.Equal(1, again.Computed);
        Assert.Contains(
            _runs.Observer.Warnings,
            warning => warning.StartsWith(cell + ": does not match its seal", StringComparison.Ordinal));
        Assert.Equal(before, _runs.Files("a"));
    }

    [Fact]
    public void Run_restores_draws_that_were_changed()
    {
        _runs.Run("a");
        SortedDictionary<string, string> before = _runs.Files("a");
        File.AppendAllText(Path.Combine(_runs.Folder("a"), "draws", "shapes-single-3w1s4q.csv"), "x");

        RunOutcome again = _runs.Run("a");

        Assert.Equal(3, again.Computed);
        Assert.Equal(before, _runs.Files("a"));
    }

    [Fact]
    public void Run_of_a_changed_configuration_refuses_and_names_the_keys()
    {
        _runs.Run("a");
        SortedDictionary<string, string> before = _runs.Files("a");

        var error = Assert.Throws<UsageException>(() => _runs.Run("a", "seed=1", "protocol.settings=3w1s4q"));

        Assert.Equal(
            [
                $"{_runs.Folder("a")}: holds results of another configuration; these keys differ:",
                "  seed: 0 → 1",
                "  protocol.settings: 3w1s4q, 5w2s3q → 3w1s4q",
                "Go on with --fresh, which moves the old folder aside, or with --out and another folder.",
            ],
            error.Message.Split('\n'));
        Assert.Equal(before, _runs.Files("a"));
    }

    [Fact]
    public void Run_on_changed_data_refuses_and_names_them()
    {
        _runs.Run("a");
        using var changed = new RunFixture { Inputs = new FakeInputs { ManifestHash = new string('b', 64) } };

        var error = Assert.Throws<UsageException>(() => changed.Run(new RunOptions(_runs.Folder("a"))));

        string line = $"  embedding.samples: {new string('a', 64)} → {new string('b', 64)}\n";
        Assert.Contains(line, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_fresh_moves_the_old_folder_aside()
    {
        _runs.Run("a");
        SortedDictionary<string, string> before = _runs.Files("a");

        _runs.Run(new RunOptions(_runs.Folder("a"), Fresh: true), "seed=1");
        _runs.Run(new RunOptions(_runs.Folder("a"), Fresh: true), "seed=2");

        Assert.Equal(before, _runs.Files("a.1"));
        Assert.NotEqual(_runs.Files("a.2")["records.csv"], _runs.Files("a")["records.csv"]);
    }

    [Fact]
    public void Run_removes_what_a_killed_run_left_half_written()
    {
        _runs.Run("a");
        SortedDictionary<string, string> before = _runs.Files("a");
        string leftover = $".x.json@{Environment.MachineName}@999999999@1.tmp";
        File.WriteAllText(Path.Combine(_runs.Folder("a"), "cells", leftover), "{");

        _runs.Run("a");

        Assert.Equal(before, _runs.Files("a"));
    }

    [Fact]
    public void Run_that_was_cancelled_goes_on_to_the_same_bytes()
    {
        _runs.Run("a");
        using var stop = new CancellationTokenSource();
        int started = 0;
        using var interrupted = new RunFixture
        {
            Observer = new RecordingObserver
            {
                OnStart = _ =>
                {
                    if (++started == 5)
                    {
                        stop.Cancel();
                    }
                },
            },
        };
        var options = new RunOptions(_runs.Folder("b"));

        Assert.ThrowsAny<OperationCanceledException>(() => interrupted.Run(options, stop.Token));
        Assert.Equal(4, Cells("b").Length);
        RunOutcome again = _runs.Run("b");

        Assert.Equal((RunFixture.Cells - 4, 4), (again.Computed, again.Reused));
        Assert.Equal(_runs.Files("a"), _runs.Files("b"));
    }

    private string[] Cells(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(_runs.Folder(folder), "cells")).Order(StringComparer.Ordinal)];
}
