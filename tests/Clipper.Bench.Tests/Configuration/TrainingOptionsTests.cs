using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Bench.Methods.Probes;
using Clipper.Core.Training;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class TrainingOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Defaults_are_the_papers()
    {
        var wi = (ImprintSettings)Load("wi: { train: {} }").Methods[0];
        var mwi = (ImprintSettings)Load("mwi: { train: {} }").Methods[0];
        var probe = (AdamProbeSettings)Load("linear-probe: { solver: adam }").Methods[0];

        Assert.Equal(new TrainingSettings(TrainingLoss.CategoricalCrossEntropy, 5, 0.001, 0), wi.Train!.Settings);
        Assert.Equal(new TrainingSettings(TrainingLoss.BinaryCrossEntropy, 5, 0.001, 0), mwi.Train!.Settings);
        Assert.Equal([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80], mwi.Train.Epochs);
        Assert.Equal(0, mwi.Train.MatchCopies);
        Assert.Equal(Augmentation.None, mwi.Augment);
        Assert.Equal([50], probe.Epochs);
        Assert.Equal(new TrainingSettings(TrainingLoss.CategoricalCrossEntropy, 5, 0.001, 0), probe.Training);
    }

    [Fact]
    public void Every_option_is_read()
    {
        var mwi = (ImprintSettings)Load(
            """
            mwi:
                  train: { epochs: 7, batch: 3, learning-rate: 0.02, loss: cce, normalize-every: 5, match-copies: 10 }
                  augment: { kind: nontrivial, copies: 4, seed: 9 }
            """).Methods[0];

        Assert.Equal(new TrainingSettings(TrainingLoss.CategoricalCrossEntropy, 3, 0.02, 5), mwi.Train!.Settings);
        Assert.Equal([7], mwi.Train.Epochs);
        Assert.Equal(10, mwi.Train.MatchCopies);
        Assert.Equal(new Augmentation(AugmentationKind.Nontrivial, 4, 9), mwi.Augment);
    }

    [Theory]
    [InlineData("mwi: { train: { epochs: [0, 5], normalize-every: 5 }, augment: { kind: trivial, copies: 10 } }")]
    [InlineData("wi: { train: { learning-rate: 0.0000025, match-copies: 2 }, augment: { kind: none } }")]
    [InlineData("mwi: { augment: { kind: nontrivial, copies: 5, seed: 3 } }")]
    [InlineData("linear-probe: { solver: adam, epochs: [10, 50], batch: 7 }")]
    public void Written_configuration_reads_back_the_same(string method)
    {
        Experiment experiment = Load(method);

        string text = ExperimentText.Write(experiment, _folder.Path);
        Experiment again = ExperimentFile.Load(_folder.Write("again.yaml", text), []);

        Assert.Equal(ExperimentIdentity.Of(experiment), ExperimentIdentity.Of(again));
        Assert.Equal(text, ExperimentText.Write(again, _folder.Path));
    }

    [Fact]
    public void Training_and_augmentation_are_facts_of_a_cell()
    {
        string[] methods =
        [
            "mwi", "mwi: { train: { epochs: 5 } }", "mwi: { train: { epochs: 6 } }",
            "mwi: { augment: { kind: trivial, copies: 5 } }", "mwi: { augment: { kind: nontrivial, copies: 5 } }",
            "mwi: { augment: { kind: nontrivial, copies: 5, seed: 1 } }",
        ];

        string[] hashes = [.. methods.Select(method => ExperimentIdentity.Hash(Load(method)))];

        Assert.Equal(methods.Length, hashes.Distinct().Count());
    }

    private Experiment Load(string method) => ExperimentFile.Load(
        _folder.Write(
            "t.yaml",
            $$"""
            name: t
            model: "random:0"
            datasets: shapes
            protocol: { ways: 5, shots: 1, queries: 15 }
            methods:
              - {{method}}
            """),
        []);
}
