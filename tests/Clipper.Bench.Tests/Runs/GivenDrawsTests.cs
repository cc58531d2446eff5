using System.Text.Json;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs;

public sealed class GivenDrawsTests : IDisposable
{
    private const string Name = "shapes-single-3w1s4q.csv";

    private static readonly string[] _one =
        ["datasets={ name: shapes, variant: single }", "protocol.settings=3w1s4q", "protocol.episodes=4"];

    private readonly RunFixture _runs = new();

    public GivenDrawsTests() => _runs.Run("drawn", [.. _one, "seed=5"]);

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Draws_of_one_run_given_to_another_give_the_same_numbers_and_are_said()
    {
        RunOutcome drawn = _runs.Run("again", [.. _one, "seed=5"]);

        RunOutcome given = _runs.Run("given", [.. _one, "seed=5", $"protocol.draws={Draws}"]);

        Assert.Equal(drawn.Records, given.Records);
        Assert.Equal(File.ReadAllText(Path.Combine(Draws, Name)), Text("given", "draws", Name));
        string note = Assert.Single(given.Notes, note => note.Contains("given", StringComparison.Ordinal));
        Assert.Contains(Name, note, StringComparison.Ordinal);
        Assert.Contains(note, Text("given", "tables", "summary.md"), StringComparison.Ordinal);
        JsonElement listed = JsonDocument.Parse(Text("given", "run.json")).RootElement.GetProperty("draws")[0];
        Assert.Equal("3w1s4q", listed.GetProperty("setting").GetString());
        Assert.Equal(64, listed.GetProperty("sha256").GetString()?.Length);
    }

    [Fact]
    public void One_file_serves_one_data_set_and_setting()
    {
        RunOutcome given = _runs.Run("given", [.. _one, $"protocol.draws={Path.Combine(Draws, Name)}"]);

        Assert.Equal(3, given.Computed);
        var error = Assert.Throws<UsageException>(() =>
            _runs.Run("two", "protocol.episodes=4", $"protocol.draws={Path.Combine(Draws, Name)}"));
        Assert.Contains("is one file, and the experiment has 2 data sets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_draws_are_another_experiment_s_inputs()
    {
        _runs.Run("given", [.. _one, $"protocol.draws={Draws}"]);
        _runs.Run("drawn", [.. _one, "seed=5"]);
        string other = Copy(text => text);
        string[] lines = File.ReadAllLines(Path.Combine(other, Name));
        (lines[1], lines[2]) = (lines[2], lines[1]);
        File.WriteAllText(Path.Combine(other, Name), string.Join('\n', lines) + "\n");

        var error = Assert.Throws<UsageException>(() => _runs.Run("given", [.. _one, $"protocol.draws={other}"]));

        Assert.Contains("draws", error.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".png", ".jpg", "has no sample '")]
    [InlineData("class,0", "klass,0", "has no class 'klass,0")]
    [InlineData("query", "test", "'test' is no role; expected support or query")]
    [InlineData("episode,role", "number,role", "expected the columns episode,role,class,sample")]
    [InlineData("\n3,", "\nx,", "'x' is no number of an episode")]
    [InlineData("\n3,", "\n4,", "expected 4, numbered from 0")]
    public void Draws_that_do_not_fit_are_refused(string from, string to, string message)
    {
        string other = Copy(text => text.Replace(from, to, StringComparison.Ordinal));

        var error = Assert.Throws<DataFileException>(() => _runs.Run("bad", [.. _one, $"protocol.draws={other}"]));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(Name, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_runs.Folder("bad")), "nothing is written before the draws are read");
    }

    [Fact]
    public void Draws_of_another_size_are_refused()
    {
        string other = Copy(text => text);
        File.Move(Path.Combine(other, Name), Path.Combine(other, "shapes-single-3w2s3q.csv"));

        var error = Assert.Throws<DataFileException>(() => _runs.Run(
            "bad", [_one[0], "protocol.settings=3w2s3q", "protocol.episodes=4", $"protocol.draws={other}"]));

        Assert.Contains("episode 0 is not of the setting 3w2s3q", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_whose_samples_were_skipped_are_refused()
    {
        string first = File.ReadAllLines(Path.Combine(Draws, Name))[1].Split(',')[^1];
        int[] parts = [.. first.Replace(".png", "", StringComparison.Ordinal).Split('/').Select(int.Parse)];
        using var runs = new RunFixture { Inputs = new FakeInputs { Skipped = [(parts[0] * 24) + parts[1]] } };

        var error = Assert.Throws<DataFileException>(() => runs.Run(
            "a", [.. _one, "images.on-error=skip", $"protocol.draws={Draws}"]));

        Assert.Contains(
            $"sample '{first}' of the given draws has no embedding", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_episodes_given_as_draws_are_not_chosen_on_again()
    {
        string[] many =
            [.. _one[..2], "protocol.episodes=12", "protocol.validation-episodes=12", "methods=[mwi]"];
        _runs.Run("many", many);
        string other = Copy(_ => Text("many", "draws", "shapes-single-3w1s4q.validation.csv"));

        var error = Assert.Throws<UsageException>(() => _runs.Run("bad", [.. many, $"protocol.draws={other}"]));

        Assert.Contains("are among the given draws", error.Message, StringComparison.Ordinal);
    }

    private string Draws => Path.Combine(_runs.Folder("drawn"), "draws");

    private string Text(params string[] path) =>
        File.ReadAllText(Path.Combine([_runs.Folder(path[0]), .. path[1..]]));

    private string Copy(Func<string, string> change)
    {
        string folder = Directory.CreateDirectory(_runs.Folder("other-draws")).FullName;
        File.WriteAllText(Path.Combine(folder, Name), change(File.ReadAllText(Path.Combine(Draws, Name))));
        return folder;
    }
}
