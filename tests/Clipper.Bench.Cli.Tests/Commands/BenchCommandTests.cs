using System.Text.Json;
using Clipper.Bench.Cli.Commands;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Speed;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class BenchCommandTests
{
    private static readonly SpeedReport s_now = new("here", "1", [new("work", "images", 100, 2)]);

    [Theory]
    [InlineData(2.0, 0, "same")]
    [InlineData(2.3, 0, "same")]
    [InlineData(2.5, 4, "slower")]
    [InlineData(1.0, 0, "faster")]
    public void Exit_code_is_4_past_the_band(double stored, int exitCode, string verdict)
    {
        (int code, string output, _) = Run(stored);

        Assert.Equal(exitCode, code);
        Assert.Contains(verdict, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratio_is_printed_and_said_to_be_by_the_yardstick()
    {
        string output = Run(2.5).Output;

        Assert.Contains("0.80", output, StringComparison.Ordinal);
        Assert.Contains("ratio by yardstick", output, StringComparison.Ordinal);
        Assert.Contains("each is first divided by the speed of the yardstick", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wider_band_lets_more_pass() => Assert.Equal(0, Run(2.5, band: 0.3).Code);

    [Fact]
    public void Figures_of_another_machine_are_not_comparable()
    {
        (int code, string output, string error) = Run(1000, machine: "there");

        Assert.Equal(0, code);
        Assert.Matches("work +100 images/s +100 images/s +– +not comparable", output);
        Assert.Contains("is of there, this machine is here", error, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing to compare with", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "there is no such file")]
    [InlineData(".", "is a folder")]
    public void Baseline_that_was_named_must_be_there(string name, string problem)
    {
        using var folder = new TemporaryFolder();

        Console console = Console.Run("bench", "--rounds", "1", "--baseline", Path.Combine(folder.Path, name));

        Assert.Equal(2, console.ExitCode);
        Assert.Empty(console.Output);
        Assert.Contains(problem, console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("measuring", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_place_may_be_empty()
    {
        var question = new SpeedQuestion("no-such-file.json", 0.15, IsSaved: false);

        (int code, string output, string error) = Run(question, () => s_now);

        Assert.Equal(0, code);
        Assert.Contains("not stored", output, StringComparison.Ordinal);
        Assert.Contains("nothing to compare with", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_answers_are_a_failure_without_times()
    {
        (int code, string output, string error) =
            Run(2, measure: () => throw new WrongAnswerException("work: the timed work gave 1, a run gives 2."));

        Assert.Equal(4, code);
        Assert.Empty(output);
        Assert.Contains("a run gives 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_figures_are_compared_with_the_next_time()
    {
        using var folder = new TemporaryFolder();
        var question = new SpeedQuestion(Path.Combine(folder.Path, "speed.json"), 0.15, IsSaved: true);

        int first = Run(question, () => s_now).Code;
        string second = Run(question, () => s_now).Output;

        Assert.Equal(0, first);
        Assert.Contains("1.00", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Command_measures_checks_and_prints_json()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");

        Console console = Console.Run(
            "bench", "--figure", "imprint-and-score", "--rounds", "1", "--save", "--force", "--baseline", path,
            "--json");

        Assert.Equal(0, console.ExitCode);
        using JsonDocument json = JsonDocument.Parse(console.Output);
        JsonElement figure = Assert.Single(json.RootElement.GetProperty("figures").EnumerateArray());
        Assert.Equal("imprint-and-score", figure.GetProperty("name").GetString());
        Assert.True(figure.GetProperty("rate").GetDouble() > 0);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Figures_of_a_busy_machine_are_stored_only_by_force()
    {
        var busy = new MeasuringConditions(1.8, 2, null, IsDebugBuild: false, HasDebugger: false, NativeThreads: 1);

        string refusal = Assert.Throws<UsageException>(
            () => BenchCommand.RequireIdle(busy, isSaved: true, isForced: false)).Message;
        BenchCommand.RequireIdle(busy, isSaved: true, isForced: true);
        BenchCommand.RequireIdle(busy, isSaved: false, isForced: false);
        BenchCommand.RequireIdle(busy with { Load = 0.2 }, isSaved: true, isForced: false);

        Assert.Contains("load 1.8 on 2 cores", refusal, StringComparison.Ordinal);
        Assert.Contains("--save --force", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Force_without_save_is_refused()
    {
        Console console = Console.Run("bench", "--force");

        Assert.Equal(1, console.ExitCode);
        Assert.Contains("give it with --save", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_with_speeds_that_cannot_be_is_damaged()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");
        new SpeedReport("here", "1", [new("imprint-and-score", "rows", -1, 0)]).Write(path);

        Console console = Console.Run("bench", "--rounds", "1", "--baseline", path);

        Assert.Equal(2, console.ExitCode);
        Assert.Empty(console.Output);
        Assert.Contains("'imprint-and-score' has rate -1 and relative 0", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_figure_is_refused()
    {
        Console console = Console.Run("bench", "--figure", "imprint-and-scor");

        Assert.Equal(1, console.ExitCode);
        Assert.Contains("imprint-and-score'?", console.Error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(
        double stored, double band = 0.15, string machine = "here", Func<SpeedReport>? measure = null)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");
        new SpeedReport(machine, "1", [new("work", "images", 100, stored)]).Write(path);
        return Run(new SpeedQuestion(path, band, IsSaved: false), measure ?? (() => s_now));
    }

    private static (int Code, string Output, string Error) Run(SpeedQuestion question, Func<SpeedReport> measure)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = BenchCommand.Run(question, measure, asJson: false, new Terminal { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
