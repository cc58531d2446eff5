using Clipper.Bench.Configuration;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class ExperimentTextTests : IDisposable
{
    private const string Yaml = """
        name: "no"
        seed: 7
        model: ["random:3", ../models/vit, /elsewhere/vit-b]
        datasets: [shapes, { name: shapes, variant: multi, limit: 50, seed: 3 }, { name: omniglot, root: ../data }]
        protocol: { settings: [5w1s15q, 20w5s5q], episodes: 12 }
        methods: [wi, mwi: { label: "MWI \"é\": +T", thresholds: [0.4, 0.55] }]
        metrics: [map, accuracy]
        images: { on-error: skip }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_gives_text_that_loads_as_the_same_experiment_from_another_folder()
    {
        Experiment experiment = ExperimentFile.Load(_folder.Write("configs/t.yaml", Yaml), []);

        string text = ExperimentText.Write(experiment, _folder.Combine("results", "t"));
        Experiment again = ExperimentFile.Load(_folder.Write("results/t/config.yaml", text), []);

        Assert.Equal(ExperimentIdentity.Of(experiment), ExperimentIdentity.Of(again));
        Assert.Equal(experiment.Models, again.Models);
        Assert.Equal(experiment.Datasets, again.Datasets);
        Assert.Equal(text, ExperimentText.Write(again, _folder.Combine("results", "t")));
    }

    [Fact]
    public void Write_makes_near_paths_relative_and_leaves_far_ones()
    {
        Experiment experiment = ExperimentFile.Load(_folder.Write("configs/t.yaml", Yaml), []);

        string text = ExperimentText.Write(experiment, _folder.Combine("results", "t"));

        Assert.Contains("  - \"../../models/vit\"\n", text, StringComparison.Ordinal);
        Assert.Contains("root: \"../../data\"", text, StringComparison.Ordinal);
        Assert.Contains("  - \"/elsewhere/vit-b\"\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seed=8")]
    [InlineData("protocol.episodes=13")]
    [InlineData("datasets.1.limit=51")]
    [InlineData("methods.mwi.thresholds=[0.4, 0.56]")]
    [InlineData("metrics=[accuracy, map]")]
    [InlineData("model.0=random:4")]
    public void Hash_changes_with_what_decides_results(string pair)
    {
        string path = _folder.Write("t.yaml", Yaml);

        Experiment changed = ExperimentFile.Load(path, [pair]);

        Assert.NotEqual(ExperimentIdentity.Hash(ExperimentFile.Load(path, [])), ExperimentIdentity.Hash(changed));
    }

    [Fact]
    public void Hash_does_not_change_with_where_files_lie()
    {
        string path = _folder.Write("t.yaml", Yaml);
        Experiment moved = ExperimentFile.Load(
            path, ["model.1=/other/place/vit", "datasets.omniglot.root=/other/data"]);

        Assert.Equal(ExperimentIdentity.Hash(ExperimentFile.Load(path, [])), ExperimentIdentity.Hash(moved));
    }
}
