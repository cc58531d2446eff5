using Clipper.Bench.Configuration;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class ResolvedExperimentTests : IDisposable
{
    private const string Yaml = """
        include: base.yaml
        name: t
        seed: 7
        datasets: [shapes, { name: shapes, variant: multi }]
        methods:
          - wi
          - mwi: { label: "MWI, coarse", threshold: 0.5, train: { epochs: [0, 5] } }
        """;

    private const string Base = """
        model: ["random:0", ../models/vit]
        protocol: { ways: 5, shots: [1, 5], queries: 15 }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("seed", "7", "t.yaml:3:7")]
    [InlineData("dtype", "fp32", "default")]
    [InlineData("model", "[\"random:0\", ", "base.yaml:1:8")]
    [InlineData("datasets.0.name", "shapes", "t.yaml:4:12")]
    [InlineData("datasets.0.variant", "single", "default")]
    [InlineData("datasets.1.variant", "multi", "t.yaml:4:45")]
    [InlineData("protocol.settings", "[5w1s15q, 5w5s15q]", "base.yaml:2:19, base.yaml:2:29, base.yaml:2:46")]
    [InlineData("protocol.episodes", "12", "--set protocol.episodes")]
    [InlineData("protocol.quirks.split", "official", "default")]
    [InlineData("methods.0.wi.label", "wi", "default")]
    [InlineData("methods.1.mwi.label", "\"MWI, coarse\"", "t.yaml:7:19")]
    [InlineData("methods.1.mwi.thresholds", "[0.5]", "t.yaml:7:45")]
    [InlineData("methods.1.mwi.train.epochs", "[0, 5]", "t.yaml:7:67")]
    [InlineData("methods.1.mwi.train.batch", "5", "default")]
    [InlineData("images.on-error", "fail", "default")]
    public void Every_value_has_its_origin(string path, string value, string origin)
    {
        ResolvedExperiment resolved = Load(Yaml, "protocol.episodes=12");

        ResolvedValue found = Assert.Single(resolved.Values, each => each.Path == path);
        Assert.StartsWith(value, found.Value, StringComparison.Ordinal);
        Assert.Equal(origin, found.Origin.Replace(_folder.Path + "/", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sweep.protocol.queries=[3, 4]")]
    [InlineData("sweep.seed=[1, 2]", "sweep.methods.wi.train.batch=[4, 6]", "sweep.protocol.mode=[paper, corrected]")]
    [InlineData("sweep.model=[\"random:1\", \"random:2\"]", "sweep.datasets=[shapes]")]
    public void Text_fed_back_is_the_same_experiment(params string[] overrides)
    {
        ResolvedExperiment resolved = Load(Yaml, [.. overrides.Where(pair => pair.Length > 0)]);

        string copy = _folder.Write("deep/er/copy.yaml", resolved.Text);
        ResolvedExperiment again = ResolvedExperiment.Load(copy, []);

        Assert.Equal(ExperimentIdentity.Of(resolved.Experiment), ExperimentIdentity.Of(again.Experiment));
        Assert.Equal(ExperimentIdentity.Hash(resolved.Experiment), ExperimentIdentity.Hash(again.Experiment));
        Assert.Equal(resolved.Experiment.Models, again.Experiment.Models);
        Assert.Equal(WithoutOrigins(resolved.Text), WithoutOrigins(again.Text));
    }

    [Fact]
    public void Every_line_with_a_value_ends_with_its_origin()
    {
        ResolvedExperiment resolved = Load(Yaml, "sweep.seed=[1, 2]");

        string[] lines = resolved.Text.TrimEnd('\n').Split('\n');
        Assert.Equal(resolved.Values.Count, lines.Count(line => line.Contains("  # ", StringComparison.Ordinal)));
        Assert.All(
            lines.Where(line => !line.Contains("  # ", StringComparison.Ordinal)),
            line => Assert.EndsWith(":", line, StringComparison.Ordinal));
    }

    private static string WithoutOrigins(string text) => string.Join(
        '\n', text.Split('\n').Select(line => line.Split("  # ")[0]));

    private ResolvedExperiment Load(string yaml, params string[] overrides)
    {
        _folder.Write("base.yaml", Base);
        return ResolvedExperiment.Load(_folder.Write("t.yaml", yaml), overrides);
    }
}
