using System.Text.Json;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class CompareCommandTests(TwoRuns runs) : IClassFixture<TwoRuns>
{
    [Fact]
    public void Same_runs_leave_with_0_whatever_the_gate()
    {
        Console console = Console.Run("compare", runs.Good, runs.Good, "--fail-on-regression", "--exact");

        Assert.Equal(0, console.ExitCode);
        Assert.Contains("No number moved", console.Output, StringComparison.Ordinal);
        Assert.Empty(console.Error);
    }

    [Fact]
    public void Regression_leaves_with_4_only_where_it_is_asked_for()
    {
        Assert.Equal(0, Console.Run("compare", runs.Good, runs.Poor).ExitCode);
        Assert.Equal(4, Console.Run("compare", runs.Good, runs.Poor, "--fail-on-regression").ExitCode);
        Assert.Equal(0, Console.Run("compare", runs.Good, runs.Poor, "--fail-on-regression", "--margin", "1").ExitCode);
        Assert.Equal(0, Console.Run("compare", runs.Poor, runs.Good, "--fail-on-regression").ExitCode);
        Assert.Equal(4, Console.Run("compare", runs.Poor, runs.Good, "--fail-on-regression", "--exact").ExitCode);
    }

    [Fact]
    public void Values_of_one_episode_are_untested_with_a_warning_and_break_the_gate_unless_nothing_moved()
    {
        (string good, string poor) = runs.WithOneEpisode();

        Console plain = Console.Run("compare", good, poor, "--metric", "o_f1");
        Console gate = Console.Run("compare", good, poor, "--metric", "o_f1", "--fail-on-regression");
        Console json = Console.Run("compare", good, poor, "--metric", "o_f1", "--json", "--quiet");
        Console csv = Console.Run("compare", good, poor, "--metric", "o_f1", "--format", "csv");
        Console same = Console.Run("compare", good, good, "--fail-on-regression");

        Assert.Equal((0, 4, 0), (plain.ExitCode, gate.ExitCode, same.ExitCode));
        Assert.Matches(@"(?m)^shapes single .* untested$", plain.Output);
        Assert.Matches("clipper: warning: fewer than 2 episodes of a run have these values, .* wi o_f1", plain.Error);
        Assert.DoesNotContain("regression", plain.Error, StringComparison.Ordinal);
        Assert.Contains("clipper: --fail-on-regression: 2 of 2 values moved and cannot be tested", gate.Error,
            StringComparison.Ordinal);
        Assert.Matches("\"reasons\": \\[\\s+\"2 of 2 values moved", json.Output);
        Assert.Contains("\"verdict\": \"untested\"", json.Output, StringComparison.Ordinal);
        Assert.Contains("warning: fewer than 2 episodes", json.Error, StringComparison.Ordinal);
        Assert.Matches("(?m),untested$", csv.Output);
        Assert.Empty(same.Error);
        Assert.Matches(@"(?m)^shapes single .* same$", same.Output);
    }

    [Fact]
    public void Gate_says_what_became_worse_and_text_names_no_bold()
    {
        Console gate = Console.Run("compare", runs.Good, runs.Poor, "--fail-on-regression");

        Assert.Matches(
            @"clipper: --fail-on-regression: B is significantly worse in \d of 4 values: shapes single .* wi accuracy",
            gate.Error);
        Assert.DoesNotContain("bold", gate.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Narrow_terminal_gets_a_line_for_every_cell()
    {
        var comparison = RunComparison.Of(runs.Good, runs.Poor, ["accuracy"]);
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Output = output,
            Error = TextWriter.Null,
            OutputIsTerminal = true,
            Width = 60,
        };

        TableOutput.Print(RunComparisonTable.Moved(comparison, 20), TableOutput.Text, terminal);

        Assert.Matches(@"(?m)^method +wi\nA +[01](\.[0-9]+)?$", output.ToString());
        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 60));
    }

    [Fact]
    public void Text_and_markdown_have_the_differences_and_the_numbers_that_moved()
    {
        Console text = Console.Run("compare", runs.Good, runs.Poor);
        Console markdown = Console.Run("compare", runs.Good, runs.Poor, "--format", "markdown");

        Assert.Matches(
            @"(?m)^data set +model +setting +metric +method +A +B +B − A +effect size +p \(Holm\)", text.Output);
        Assert.Contains("Numbers that moved (", text.Output, StringComparison.Ordinal);
        Assert.StartsWith("# Two runs, value by value\n\n| data set | setting |", markdown.Output.Replace(
            "| model ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^# Numbers that moved \(\d+\)$", markdown.Output);
    }

    [Fact]
    public void Json_has_every_value()
    {
        Console console = Console.Run("compare", runs.Good, runs.Poor, "--json", "--metric", "accuracy");

        using var json = JsonDocument.Parse(console.Output);
        Assert.True(json.RootElement.GetProperty("regression").GetBoolean());
        JsonElement difference = json.RootElement.GetProperty("differences")[0];
        Assert.Equal("accuracy", difference.GetProperty("metric").GetString());
        Assert.True(difference.GetProperty("paired").GetBoolean());
        Assert.Equal("worse", difference.GetProperty("verdict").GetString());
        Assert.NotEqual(0, json.RootElement.GetProperty("moved").GetArrayLength());
    }

    [Fact]
    public void Csv_has_the_differences_alone_and_stderr_says_what_it_leaves_out()
    {
        Console console = Console.Run("compare", runs.Good, runs.Poor, "--format", "csv");

        Assert.StartsWith("dataset,variant,model,", console.Output, StringComparison.Ordinal);
        Assert.Matches(@"\d+ numbers of records\.csv moved; the CSV leaves them out, --json lists all", console.Error);
    }

    [Fact]
    public void Gate_catches_emptied_records()
    {
        using var folder = new TemporaryFolder();
        foreach (string file in Directory.EnumerateFiles(runs.Good))
        {
            File.Copy(file, folder.Combine(Path.GetFileName(file)));
        }

        File.WriteAllText(folder.Combine("records.csv"), "");
        Console console = Console.Run("compare", runs.Good, folder.Path, "--fail-on-regression");

        Assert.Equal(2, console.ExitCode);
        Assert.Contains("records.csv: is empty", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--margin", "0.1", "--margin means something with --fail-on-regression alone")]
    [InlineData("--metric", "acuracy", "Did you mean 'accuracy'")]
    [InlineData("--format", "html", "'html' is not known")]
    public void Wrong_option_is_refused_with_1(string option, string value, string message)
    {
        Console console = Console.Run("compare", runs.Good, runs.Poor, option, value);

        Assert.Equal(1, console.ExitCode);
        Assert.Contains(message, console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_a_run_leaves_with_2()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, Console.Run("compare", runs.Good, folder.Path).ExitCode);
    }
}
