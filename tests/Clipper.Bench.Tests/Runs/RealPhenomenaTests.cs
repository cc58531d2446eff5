using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Runs;

/// <summary>What the paper saw with CLIP, seen with a real pretrained vision transformer on real pictures: 200 of
/// CIFAR-10's test images, embedded once for all tests.</summary>
public sealed class RealPhenomenaTests : IClassFixture<RealPhenomenaTests.Embedded>
{
    private const string Model = "vit-tiny-patch16-224";

    private readonly Embedded _data;

    public RealPhenomenaTests(Embedded data) => _data = data;

    [SharedDataFact("models", Model)]
    public void Sigmoid_of_every_cosine_lies_where_that_of_minus_1_and_1_does()
    {
        // σ(−1) = 0.26894…, σ(1) = 0.73106…: at the one everything is predicted, at the other nothing.
        RunOutcome outcome = _data.Run(
            "[mwi: { thresholds: [0.2689, 0.7311] }]", "metrics=[o_recall, o_precision]");

        double Mean(string metric, double threshold) =>
            Assert.Single(outcome.Records, r => r.Metric == metric && r.Threshold == threshold).Mean;
        Assert.Equal(1, Mean("o_recall", 0.2689));
        Assert.Equal(0.2, Mean("o_precision", 0.2689), 12);
        Assert.Equal(0, Mean("o_recall", 0.7311));
    }

    [SharedDataFact("models", Model)]
    public void Class_accuracy_of_predicting_nothing_is_four_fifths_at_5_ways()
    {
        RunOutcome outcome = _data.Run("[mwi, constant: { predict: none }]", "metrics=[c_accuracy]");

        double floor = Assert.Single(outcome.Records, r => r.Method == "constant").Mean;
        Assert.Equal(0.8, floor, 12);
        Assert.Equal(floor, outcome.Records.Where(r => r.Method == "mwi").MaxBy(r => r.Threshold)?.Mean ?? 0, 12);
    }

    [SharedDataFact("models", Model)]
    public void Micro_f1_rises_with_training_and_again_with_copies()
    {
        RunOutcome outcome = _data.Run(
            "[mwi, mwi: { label: T, train: { epochs: [0, 5, 10] } }, "
            + "mwi: { label: TA, train: { epochs: [0, 5, 10] }, augment: { kind: trivial, copies: 10 } }]",
            "metrics=[o_f1]");

        double untrained = Best(outcome, "mwi");
        double trained = Best(outcome, "T");
        double copied = Best(outcome, "TA");
        Assert.True(untrained + 0.01 < trained, $"{untrained} {trained}");
        Assert.True(trained + 0.01 < copied, $"{trained} {copied}");
    }

    [SharedDataFact("models", Model)]
    public void Trivial_copies_do_what_longer_training_does()
    {
        RunOutcome outcome = _data.Run(
            "[mwi: { label: copies, train: { epochs: 5 }, augment: { kind: trivial, copies: 10 } }, "
            + "mwi: { label: longer, train: { epochs: 55 } }]",
            "metrics=[o_f1, map]");

        Assert.Equal(Best(outcome, "longer"), Best(outcome, "copies"), 0.01);
        double Map(string method) => Assert.Single(outcome.Records, r => r.Metric == "map" && r.Method == method).Mean;
        Assert.Equal(Map("longer"), Map("copies"), 0.01);
    }

    [SharedDataFact("models", Model)]
    public void Accuracy_falls_as_classes_come_and_joint_training_forgets_no_more_than_training_on_the_new_alone()
    {
        RunOutcome outcome = _data.Run(
            "[wi, mwi: { label: new, train: { epochs: 10, samples: new } }, linear-probe: { c: 10 }]",
            "metrics=[accuracy]", "protocol.kind=continual");

        double[] steps =
            [.. outcome.Records.Where(r => r.Method == "wi" && r.Step is not null).Select(record => record.Mean)];
        Assert.Equal(5, steps.Length);
        Assert.Equal(1, steps[0]);
        Assert.Equal(steps.OrderDescending(), steps);
        double Forgetting(string method) =>
            Assert.Single(outcome.Records, r => r.Metric == "forgetting" && r.Method == method).Mean;
        Assert.True(Forgetting("linear-probe") <= Forgetting("new"));
    }

    private static double Best(RunOutcome outcome, string method) =>
        outcome.Records.Where(r => r.Metric == "o_f1" && r.Method == method).Max(record => record.Mean);

    /// <summary>A folder whose cache holds the embeddings after the first run.</summary>
    public sealed class Embedded : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private int _runs;

        public void Dispose() => _folder.Dispose();

        internal RunOutcome Run(string methods, params string[] overrides)
        {
            string config = _folder.Write("real.yaml", $$"""
                name: real
                model: {{SharedData.Combine("models", Model)}}
                datasets: [{ name: cifar10, limit: 200, root: {{SharedData.Combine("data")}} }]
                protocol: { settings: [5w5s15q], episodes: 20, validation-episodes: 0, quirks: { choice: queries } }
                methods: {{methods}}
                """);
            string results = _folder.Combine($"results{_runs++}");
            var options = new RunOptions(results, Device: "cpu", CacheRoot: _folder.Combine("cache"), Report: false);
            RunOutcome outcome = new ExperimentRunner(options)
                .Run(ExperimentFile.Load(config, overrides), new RecordingObserver(), CancellationToken.None);
            Assert.Equal(0, outcome.Failed);
            return outcome;
        }
    }
}
