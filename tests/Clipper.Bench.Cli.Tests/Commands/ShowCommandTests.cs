using System.Text.Json;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class ShowCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("configs/quickstart.yaml")]
    [InlineData("configs/omniglot-vit-tiny.yaml", "--set", "sweep.protocol.episodes=[1, 2]", "--set", "seed=5")]
    public void Show_fed_back_has_the_same_hash(string config, params string[] options)
    {
        Console shown = Console.Run(["show", RepositoryRoot.Combine(config), .. options]);

        Console again = Console.Run("show", _folder.Write("copy.yaml", shown.Output));

        Assert.Equal(0, shown.ExitCode);
        Assert.StartsWith("# SHA-256 of what decides the results: ", shown.Output, StringComparison.Ordinal);
        Assert.Equal(shown.Output.Split('\n')[0], again.Output.Split('\n')[0]);
    }

    [Fact]
    public void Json_has_every_value_with_its_origin()
    {
        Console console = Console.Run(
            "show", RepositoryRoot.Combine("configs", "quickstart.yaml"), "--set", "seed=3", "--json");

        using JsonDocument json = JsonDocument.Parse(console.Output);
        JsonElement seed = json.RootElement.GetProperty("values").EnumerateArray()
            .Single(value => value.GetProperty("path").GetString() == "seed");
        Assert.Equal("3", seed.GetProperty("value").GetString());
        Assert.Equal("--set seed", seed.GetProperty("origin").GetString());
    }
}
