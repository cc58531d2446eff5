using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets.Official;

/// <summary>The four real data sets through a real vision transformer, a little of each.</summary>
public sealed class RealDatasetsTests : IDisposable
{
    private const string Settings = "ways: 5, shots: 5, queries: 3";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact("data", "omniglot")]
    public void Omniglot_one_shot_is_far_above_chance() => Run(
        "{ name: omniglot, split: last-20, limit: 396, root: DATA }", "ways: 5, shots: 1, queries: 2", "accuracy", 0.4);

    [SharedDataFact("data", "cifar-10-batches-bin")]
    public void Cifar10_is_far_above_chance() =>
        Run("{ name: cifar10, limit: 100, root: DATA }", Settings, "accuracy", 0.6);

    [SharedDataFact("data", "yalefaces")]
    public void Yale_faces_are_above_chance() => Run("{ name: yalefaces, root: DATA }", Settings, "map", 0.4);

    [SharedDataFact("data", "coco")]
    public void Coco_is_above_chance_where_too_few_images_are_drawn_again() => Run(
        "{ name: coco, root: DATA }", "ways: 5, shots: 5, queries: 1, on-shortage: redraw", "map", 0.4);

    private void Run(string dataset, string settings, string metric, double least)
    {
        string yaml = $$"""
            name: real
            model: {{SharedData.Combine("models", "vit-tiny-patch16-224")}}
            datasets: [{{dataset.Replace("DATA", SharedData.Combine("data"), StringComparison.Ordinal)}}]
            protocol: { {{settings}}, episodes: 5, validation-episodes: 0 }
            methods: [wi]
            metrics: [{{metric}}]
            """;
        var options = new RunOptions(_folder.Combine("results"), Device: "cpu", CacheRoot: _folder.Combine("cache"));
        Experiment experiment = ExperimentFile.Load(_folder.Write("real.yaml", yaml), []);

        var observer = new RecordingObserver();
        RunOutcome outcome = new ExperimentRunner(options).Run(experiment, observer, CancellationToken.None);

        Assert.Empty(observer.Failed);
        Assert.Equal(1, outcome.Computed);
        Assert.InRange(outcome.Records.First(record => record.Metric == metric).Mean, least, 1);
    }
}
