using System.Text.Json;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private const string Experiment = """
        name: small
        seed: 0
        model: random:0
        datasets: [{ name: shapes, limit: 360 }]
        protocol: { kind: few-shot, ways: [3], shots: [1], queries: 2, episodes: 3 }
        methods: [wi, mwi]
        metrics: [accuracy, o_f1, map]
        """;

    private readonly TemporaryFolder _folder = new();

    private string Config => _folder.Write("small.yaml", Experiment);

    private string Out => _folder.Combine("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_ends_with_the_table_on_stdout_and_everything_else_on_stderr()
    {
        Console first = Console.Run("run", Config, "--out", Out);
        Console again = Console.Run("run", Config, "--out", Out);

        Assert.Equal(0, first.ExitCode);
        string[] lines = first.Output.TrimEnd('\n').Split('\n');
        Assert.Matches(
            @"^data set +model +setting +method +n +accuracy +mAP \(sklearn\) +micro-F1 +threshold", lines[0]);
        Assert.Equal(2, lines.Count(line => line.StartsWith("shapes single", StringComparison.Ordinal)));
        Assert.Equal($"Results: {Out}", lines[^2]);
        Assert.Equal($"Report:  {Path.Combine(Out, "report.html")}", lines[^1]);
        Assert.Contains("small: 2 cells computed, 0 there already, 0 failed\n", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', first.Output + first.Error);
        Assert.Equal(first.Output, again.Output);
        Assert.Contains("2 of 2 cells have their results already\n", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_object_and_quiet_says_nothing_else()
    {
        Console console = Console.Run("run", Config, "--out", Out, "--json", "--quiet");

        using JsonDocument json = JsonDocument.Parse(console.Output);
        Assert.Equal(2, json.RootElement.GetProperty("computed").GetInt32());
        Assert.Equal("wi", json.RootElement.GetProperty("summary")[0].GetProperty("method").GetString());
        Assert.Empty(console.Error);
    }

    [Fact]
    public void Wrong_experiment_leaves_with_1_before_any_work()
    {
        Console console = Console.Run("run", Config, "--set", "protocol.shot=2", "--out", Out);

        Assert.Equal(1, console.ExitCode);
        Assert.Contains("did you mean 'shots'", console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1")]
    [InlineData("a/b")]
    public void Shard_that_is_none_is_refused(string shard)
    {
        Console console = Console.Run("run", Config, "--shard", shard);

        Assert.Equal(1, console.ExitCode);
        Assert.Contains($"--shard: '{shard}' is not a part I/N", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Signal_stops_the_run_with_the_line_that_goes_on(string signal, int exitCode)
    {
        string[] args = ["run", Config, "--out", Out, "--fresh", "--set", "protocol.episodes=100000"];
        using var process = ChildProcess.Start(args);
        string? line = process.StandardError.ReadLine();
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{process.Id}"]);

        ChildProcess ended = ChildProcess.Finish(process);

        Assert.NotNull(line);
        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        string goOn = $"To go on: clipper run {Config} --out {Out} --set protocol.episodes=100000\n";
        Assert.Contains(goOn, ended.Error, StringComparison.Ordinal);
    }
}
