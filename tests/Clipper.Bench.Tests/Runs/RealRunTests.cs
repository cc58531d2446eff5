using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Real images through a real encoder: a few drawn shapes and a very small random vision
/// transformer.</summary>
public sealed class RealRunTests : IDisposable
{
    private const string Yaml = """
        name: real
        model: "random:0:image=32,patch=16,width=64,layers=1"
        datasets: [{ name: shapes, variant: single, limit: 216 }, { name: shapes, variant: multi, limit: 100 }]
        protocol: { ways: 5, shots: 1, queries: 2, episodes: 20 }
        methods: [wi, mwi]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_is_the_same_with_fresh_and_with_cached_embeddings()
    {
        RunOutcome fresh = Run("a", threads: 1);
        RunOutcome cached = Run("b", threads: 3);

        Assert.Equal((4, 4, 0, 0), (fresh.Computed, cached.Computed, fresh.Failed, cached.Failed));
        Assert.Equal(fresh.Records, cached.Records);
        Assert.Equal(File.ReadAllBytes(Records("a")), File.ReadAllBytes(Records("b")));
        Assert.True(fresh.Records.First(r => r.Metric == "accuracy").Mean > 0.2, "better than chance even at random");
    }

    private string Records(string folder) => _folder.Combine("results", folder, "records.csv");

    private RunOutcome Run(string folder, int threads)
    {
        var options = new RunOptions(
            _folder.Combine("results", folder), Device: "cpu", Threads: threads, CacheRoot: _folder.Combine("cache"));
        Experiment experiment = ExperimentFile.Load(_folder.Write("real.yaml", Yaml), []);
        return new ExperimentRunner(options).Run(experiment, new RecordingObserver(), CancellationToken.None);
    }
}
