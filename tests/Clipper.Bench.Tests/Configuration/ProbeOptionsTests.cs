using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Floors;
using Clipper.Bench.Methods.Probes;
using Clipper.Core.Probes;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class ProbeOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Probes_without_options_have_their_defaults()
    {
        IReadOnlyList<MethodSettings> methods = Load("linear-probe, ridge, ncm, knn, chance, constant").Methods;

        var logistic = (LogisticProbeSettings)methods[0];
        Assert.Equal([0.01, 0.1, 1, 10, 100, 1000], logistic.Cs);
        Assert.Equal(FeatureScale.Unit, logistic.Features);
        Assert.Equal((19, 0.05, 0.95), (logistic.Thresholds.Count, logistic.Thresholds[0], logistic.Thresholds[^1]));
        Assert.Equal([0.01, 0.1, 1, 10], ((RidgeSettings)methods[1]).Lambdas);
        Assert.Equal(NeighbourDistance.Euclidean, ((NearestMeanSettings)methods[2]).Distance);
        Assert.Equal([1, 3, 5], ((NeighboursSettings)methods[3]).Ks);
        Assert.Equal(NeighbourDistance.Cosine, ((NeighboursSettings)methods[3]).Distance);
        Assert.Equal(ConstantPrediction.Majority, ((ConstantSettings)methods[5]).Predict);
    }

    [Fact]
    public void Candidates_are_sorted() => Assert.Equal(
        [0.5, 2, 10], ((RidgeSettings)Load("ridge: { lambda: [10, 0.5, 2] }").Methods[0]).Lambdas);

    [Theory]
    [InlineData("linear-probe: { c: 0.316 }")]
    [InlineData("linear-probe: { solver: lbfgs, c: [1, 0.000001], features: raw, thresholds: 0.5 }")]
    [InlineData("linear-probe: { solver: adam }")]
    [InlineData("ridge: { lambda: [1000000, 3], features: raw }")]
    [InlineData("ncm: { distance: cosine, thresholds: { from: 0.1, to: 0.5, step: 0.1 } }")]
    [InlineData("knn: { k: [7, 2], weights: distance, distance: euclidean }")]
    [InlineData("chance: { label: floor }")]
    [InlineData("constant: { predict: none }")]
    [InlineData("constant: { predict: frequency }")]
    public void Write_gives_text_that_loads_as_the_same_experiment(string method)
    {
        Experiment experiment = Load(method);

        string text = ExperimentText.Write(experiment, _folder.Path);
        Experiment again = ExperimentFile.Load(_folder.Write("again.yaml", text), []);

        Assert.Equal(ExperimentIdentity.Of(experiment), ExperimentIdentity.Of(again));
        Assert.Equal(text, ExperimentText.Write(again, _folder.Path));
    }

    private Experiment Load(string methods) => ExperimentFile.Load(
        _folder.Write(
            "t.yaml",
            $$"""
            name: t
            model: "random:0"
            datasets: shapes
            protocol: { ways: 5, shots: 1, queries: 15 }
            methods: [{{methods}}]
            """),
        []);
}
