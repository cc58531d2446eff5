using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Runs a small experiment on made-up embeddings in a folder of its own.</summary>
internal sealed class RunFixture : IDisposable
{
    /// <summary>2 data sets × 1 model × 2 settings × 3 methods.</summary>
    public const int Cells = 12;

    private const string Yaml = """
        name: t
        model: "random:0"
        datasets: [{ name: shapes, variant: single }, { name: shapes, variant: multi }]
        protocol: { settings: [3w1s4q, 5w2s3q], episodes: 12 }
        methods: [wi, mwi, mwi: { label: "MWI: coarse/é", thresholds: [0.5, 0.6] }]
        metrics: [accuracy, map, o_f1, hamming]
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _config;

    public RunFixture() => _config = _folder.Write("configs/t.yaml", Yaml);

    public FakeInputs Inputs { get; init; } = new();

    public RecordingObserver Observer { get; init; } = new();

    /// <summary>Whether plots are drawn and the page is written, which costs more than these cells.</summary>
    public bool WithReport { get; init; }

    public string Folder(string name) => _folder.Combine("results", name);

    public Experiment Experiment(params string[] overrides) => ExperimentFile.Load(_config, overrides);

    public RunOutcome Run(string folder, params string[] overrides) => Run(new RunOptions(Folder(folder)), overrides);

    public RunOutcome Run(RunOptions options, params string[] overrides) =>
        Run(options, CancellationToken.None, overrides);

    public RunOutcome Run(RunOptions options, CancellationToken cancellation, params string[] overrides) =>
        new ExperimentRunner(options with { Report = WithReport }, Inputs, TimeProvider.System)
            .Run(Experiment(overrides), Observer, cancellation);

    /// <summary>The files of a results folder except run.json: name and content.</summary>
    public SortedDictionary<string, string> Files(string folder)
    {
        string root = Folder(folder);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(root, file), Convert.ToHexString(File.ReadAllBytes(file)));
        }

        Assert.True(files.Remove("run.json"));
        return files;
    }

    public void Dispose() => _folder.Dispose();
}
