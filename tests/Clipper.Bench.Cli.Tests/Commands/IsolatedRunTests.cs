using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>RELIABILITY W3: a cell that takes its process with it costs that cell alone.</summary>
public sealed class IsolatedRunTests : IDisposable
{
    private const string OneSetting = "protocol.shots=1";
    private const string Victim = "shapes-single.random-vit-s0.3w1s2q.mwi";

    private readonly SmallRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Isolated_cells_have_the_same_bytes()
    {
        _runs.Run("together", "--set", OneSetting);

        ChildProcess run = _runs.Run("apart", "--set", OneSetting, "--isolate", "--jobs", "2");

        Assert.Contains("small: 3 cells computed, 0 there already, 0 failed\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(_runs.Files("together"), _runs.Files("apart"));
    }

    [Theory]
    [InlineData("KILL", "SIGKILL")]
    [InlineData("ABRT", "SIGABRT")]
    public void Cell_whose_process_dies_is_recorded_and_the_others_have_results(string signal, string told)
    {
        _runs.Run("whole", "--set", OneSetting);
        string program = _runs.Write("program.sh", $"""
            ulimit -c 0
            case "$3" in {Victim}) echo 'something native broke' >&2; kill -{signal} $$;; esac
            exec '{ChildProcess.Program}' "$@"
            """);

        RunOutcome outcome = Run(["/bin/sh", program]);

        Assert.Equal((2, 1), (outcome.Computed, outcome.Failed));
        string file = Path.Combine(_runs.Out("apart"), "cells", $"{Victim}.failed.json");
        JsonElement failure = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Assert.Contains(told, failure.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("native broke", failure.GetProperty("stack").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("clipper run ", failure.GetProperty("reproduce").GetString(), StringComparison.Ordinal);

        Assert.Equal(1, Run([ChildProcess.Program]).Computed);
        Assert.Equal(_runs.Files("whole"), _runs.Files("apart"));
    }

    [Fact]
    public void Cell_that_fails_in_its_process_keeps_type_message_and_stack()
    {
        string program = _runs.Write("program.sh", $"""
            exec '{ChildProcess.Program}' "$1" "$2" "$3" --threads 1 --device cuda:99
            """);

        RunOutcome outcome = Run(["/bin/sh", program], "datasets.shapes.seed=77");

        Assert.Equal(3, outcome.Failed);
        string file = Path.Combine(_runs.Out("apart"), "cells", $"{Victim}.failed.json");
        JsonElement failure = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Assert.StartsWith("Clipper.", failure.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Contains("   at ", failure.GetProperty("stack").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cell_whose_run_is_gone_ends()
    {
        _runs.Run("whole", "--set", OneSetting);
        // A cell that takes long: it cannot be done before it sees that nobody waits for it.
        string config = Path.Combine(_runs.Out("whole"), "config.yaml");
        string longer = Regex.Replace(File.ReadAllText(config), "(?m)^  episodes: 3$", "  episodes: 1000000");
        Assert.Contains("1000000", longer, StringComparison.Ordinal);
        File.WriteAllText(config, longer);
        string[] shell =
            ["-c", $"'{ChildProcess.Program}' run-cell '{_runs.Out("whole")}' {Victim} </dev/null; echo $?"];
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh", shell)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });

        Assert.NotNull(process);
        Assert.Equal("143\n", process.StandardOutput.ReadToEnd());
    }

    private RunOutcome Run(string[] program, params string[] overrides)
    {
        var options = new RunOptions(_runs.Out("apart"), Report: false) { Isolation = program };
        using var error = new StringWriter();
        var terminal = new Terminal { Output = TextWriter.Null, Error = error };
        return new ExperimentRunner(options).Run(
            ExperimentFile.Load(_runs.Config, [OneSetting, .. overrides]),
            new RunObserver(new ProgressLines(terminal, TimeProvider.System)),
            CancellationToken.None);
    }
}
