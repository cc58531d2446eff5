using System.Text.Json;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_problems_of_all_files_are_said_at_once_and_the_exit_code_is_1()
    {
        string good = RepositoryRoot.Combine("configs", "quickstart.yaml");
        string first = _folder.Write("first.yaml", "sead: 1\nnam: t");
        string second = _folder.Write("second.yaml", "seed: 012");

        Console console = Console.Run("validate", first, good, second, _folder.Combine("none.yaml"));

        Assert.Equal(1, console.ExitCode);
        Assert.Equal($"{good}: valid\n", console.Output);
        Assert.Contains($"{first}:1:1: unknown key 'sead'", console.Error, StringComparison.Ordinal);
        Assert.Contains($"{first}:2:1: unknown key 'nam'", console.Error, StringComparison.Ordinal);
        Assert.Contains($"{second}:1:7: '012' is not a whole number", console.Error, StringComparison.Ordinal);
        Assert.Contains("none.yaml: cannot be read", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_says_how_many_points_it_has()
    {
        string config = RepositoryRoot.Combine("configs", "quickstart.yaml");

        Console console = Console.Run("validate", config, "--set", "sweep.seed=[1, 2, 3]");

        Assert.Equal($"{config}: valid, a sweep of 3 points\n", console.Output);
    }

    [Fact]
    public void Json_has_a_problem_a_string()
    {
        string file = _folder.Write("t.yaml", "seed: 012");

        Console console = Console.Run("validate", file, "--json");

        using JsonDocument json = JsonDocument.Parse(console.Output);
        JsonElement entry = json.RootElement[0];
        Assert.False(entry.GetProperty("valid").GetBoolean());
        Assert.All(
            entry.GetProperty("problems").EnumerateArray(),
            problem => Assert.StartsWith(file, problem.GetString(), StringComparison.Ordinal));
    }
}
