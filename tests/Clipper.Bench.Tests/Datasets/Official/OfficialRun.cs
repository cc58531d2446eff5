using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets.Official;

/// <summary>A run on a generated copy of a data set: 5 ways, 5 shots, a very small random vision transformer.</summary>
internal static class OfficialRun
{
    /// <summary>Runs it and checks that every cell has its numbers.</summary>
    /// <param name="folder">Where the copy lies; results go there too.</param>
    /// <param name="dataset">The data set as an item of <c>datasets</c>, e.g. <c>{ name: cifar10, root: data }</c>;
    /// roots are relative to the folder.</param>
    /// <param name="queries">Query images of a class.</param>
    public static RunOutcome Of(TemporaryFolder folder, string dataset, int queries = 5)
    {
        string yaml = $$"""
            name: official
            model: "random:0:image=32,patch=16,width=64,layers=1"
            datasets: [{{dataset}}]
            protocol: { ways: 5, shots: 5, queries: {{queries}}, episodes: 3 }
            methods: [wi, mwi]
            """;
        var options = new RunOptions(
            folder.Combine("results"), Device: "cpu", Threads: 1, CacheRoot: folder.Combine("cache"));
        Experiment experiment = ExperimentFile.Load(folder.Write("official.yaml", yaml), []);

        RunOutcome outcome = new ExperimentRunner(options).Run(
            experiment, new RecordingObserver(), CancellationToken.None);

        Assert.Equal((2, 0), (outcome.Computed, outcome.Failed));
        Assert.All(outcome.Records.Where(r => r.Metric == "map"), r => Assert.InRange(r.Mean, 0.15, 1));
        return outcome;
    }
}
