using System.Text.Json;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class PlanCommandTests : IDisposable
{
    private const string Experiment = """
        name: small
        model: random:0
        datasets: [{ name: shapes, limit: 360 }]
        protocol: { ways: 3, shots: 1, queries: 2, episodes: 3 }
        methods: [wi, mwi]
        sweep: { protocol.shots: [1, 2] }
        """;

    private readonly TemporaryFolder _folder = new();

    private string Config => _folder.Write("small.yaml", Experiment);

    private string Out => _folder.Combine("results", "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Plan_names_the_cells_that_run_leaves_and_after_it_all_are_done()
    {
        using JsonDocument before = Plan();

        Assert.Equal(0, Console.Run("run", Config, "--out", Out, "--no-report", "--quiet").ExitCode);
        using JsonDocument after = Plan();

        IEnumerable<string?> files =
            Directory.EnumerateFiles(Path.Combine(Out, "cells")).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(files.Order(StringComparer.Ordinal), Ids(before).Order(StringComparer.Ordinal));
        Assert.All(Cells(before), cell => Assert.Equal("to do", cell.GetProperty("state").GetString()));
        Assert.All(Cells(after), cell => Assert.Equal("done", cell.GetProperty("state").GetString()));
    }

    [Fact]
    public void Table_ends_with_the_sums()
    {
        Console console = Console.Run("plan", Config, "--out", Out, "--quick");

        string[] lines = console.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(0, console.ExitCode);
        Assert.StartsWith("cell ", lines[0], StringComparison.Ordinal);
        Assert.Equal($"4 cells for {Out}: 0 done, 4 to do", lines[^2]);
    }

    private static IEnumerable<string?> Ids(JsonDocument plan) =>
        Cells(plan).Select(cell => cell.GetProperty("id").GetString());

    private static JsonElement.ArrayEnumerator Cells(JsonDocument plan) =>
        plan.RootElement.GetProperty("cells").EnumerateArray();

    private JsonDocument Plan() =>
        JsonDocument.Parse(Console.Run("plan", Config, "--out", Out, "--quick", "--json").Output);
}
