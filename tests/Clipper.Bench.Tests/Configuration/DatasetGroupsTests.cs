using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class DatasetGroupsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Groups_hold_known_data_sets_of_their_kind_and_paper_holds_both()
    {
        IReadOnlyList<string> Of(string name) => DatasetGroups.All.Single(group => group.Name == name).Datasets;

        Assert.Equal([.. Of("single-label"), .. Of("multi-label")], Of("paper"));
        Assert.Equal(10, Of("single-label").Count);
        Assert.Equal(5, Of("multi-label").Count);
        Assert.All(Of("single-label"), name => Assert.False(Info(name).IsMultiLabel, name));
        Assert.All(Of("multi-label"), name => Assert.True(Info(name).IsMultiLabel, name));
    }

    [Fact]
    public void Group_stands_for_its_data_sets_each_with_the_options_given()
    {
        Experiment experiment = Load("[shapes, { name: multi-label, limit: 50 }]");

        Assert.Equal(
            ["shapes 0", "celeba 50", "coco 50", "imaterialist 50", "utkface 50", "yalefaces 50"],
            experiment.Datasets.Select(request => $"{request.Name} {request.Limit}"));
    }

    [Fact]
    public void Override_reaches_a_data_set_of_a_group()
    {
        Experiment experiment = Load("paper", "datasets.omniglot.limit=7");

        Assert.Equal(7, experiment.Datasets.Single(request => request.Name == "omniglot").Limit);
    }

    [Fact]
    public void Sweep_can_go_over_groups()
    {
        Experiment experiment = Load("shapes\nsweep: { datasets: [single-label, multi-label] }");

        Assert.Equal("cifar10", experiment.Points[0].Datasets[0].Name);
        Assert.Equal("celeba", experiment.Points[1].Datasets[0].Name);
    }

    private static DatasetInfo Info(string name) => DatasetCatalog.All.Single(info => info.Name == name);

    private Experiment Load(string datasets, params string[] overrides) => ExperimentFile.Load(
        _folder.Write("t.yaml", $$"""
            name: t
            model: "random:0"
            protocol: { ways: 5, shots: 1, queries: 15 }
            methods: wi
            datasets: {{datasets}}
            """),
        overrides);
}
