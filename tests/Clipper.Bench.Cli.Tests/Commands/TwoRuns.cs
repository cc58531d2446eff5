using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>Two small runs on the same draws, made once: with the embedded model and with random weights.</summary>
public sealed class TwoRuns : IDisposable
{
    private const string Experiment = """
        name: small
        model: clip-toy
        datasets: [{ name: shapes, limit: 720 }]
        protocol: { ways: 5, shots: 5, queries: 4, episodes: 8 }
        methods: [wi, mwi]
        metrics: [accuracy, o_f1]
        """;

    private readonly TemporaryFolder _folder = new();

    public TwoRuns()
    {
        string config = _folder.Write("small.yaml", Experiment);
        Good = Run(config, "clip-toy");
        Poor = Run(config, "random:0");
    }

    public string Good { get; }

    public string Poor { get; }

    public void Dispose() => _folder.Dispose();

    /// <summary>The same two with a single episode.</summary>
    public (string Good, string Poor) WithOneEpisode()
    {
        string config = _folder.Combine("small.yaml");
        const string one = "protocol.episodes=1";
        return (Run(config, "clip-toy", one), Run(config, "random:0", one));
    }

    private string Run(string config, string model, string setting = "name=small")
    {
        string folder = _folder.Combine($"{model.Replace(':', '-')}-{setting}");
        Console console = Console.Run(
            "run", config, "--set", $"model={model}", "--set", setting, "--out", folder, "--no-report", "--quiet");
        Assert.True(console.ExitCode == 0, console.Error);
        return folder;
    }
}
