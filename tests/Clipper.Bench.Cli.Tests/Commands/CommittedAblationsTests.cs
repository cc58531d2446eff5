using System.Text.Json;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>The committed ablations on drawn shapes: all are valid and can be planned, the smallest is run.</summary>
public sealed class CommittedAblationsTests : IDisposable
{
    private static readonly string[] _less =
    [
        "datasets.shapes.limit=360", "protocol.episodes=2", "protocol.validation-episodes=2", "protocol.shots=1",
        "protocol.queries=2",
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("configs", "ablations"), "*.yaml")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void Ablation_is_valid_and_can_be_planned(string file)
    {
        string config = RepositoryRoot.Combine("configs", "ablations", file);

        Console validated = Console.Run("validate", config);
        Console planned = Console.Run("plan", config, "--quick", "--json", "--out", _folder.Combine("out"));

        Assert.Equal(0, validated.ExitCode);
        Assert.Equal(0, planned.ExitCode);
        string?[] ids = Ids(planned);
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Smallest_ablation_runs_and_leaves_the_cells_that_were_planned()
    {
        string config = RepositoryRoot.Combine("configs", "ablations", "preprocessing.yaml");
        string[] less = [.. _less.SelectMany(pair => new[] { "--set", pair })];

        Console planned = Console.Run(["plan", config, .. less, "--quick", "--json", "--out", _folder.Combine("out")]);
        Console run = Console.Run(["run", config, .. less, "--quiet", "--no-report", "--out", _folder.Combine("out")]);

        Assert.Equal(0, run.ExitCode);
        IEnumerable<string?> cells =
            Directory.EnumerateFiles(_folder.Combine("out", "cells")).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(Ids(planned).Order(StringComparer.Ordinal), cells.Order(StringComparer.Ordinal));
    }

    private static string?[] Ids(Console planned)
    {
        using JsonDocument json = JsonDocument.Parse(planned.Output);
        return
        [
            .. json.RootElement.GetProperty("cells").EnumerateArray()
                .Select(cell => cell.GetProperty("id").GetString()),
        ];
    }
}
