using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Runs;

public sealed class SplitOverlapTests : IDisposable
{
    private const string Yaml = """
        name: overlap
        model: "random:0:image=32,patch=16,width=64,layers=1"
        datasets: [{ name: cifar10, root: data, split: train }, { name: cifar10, root: data, split: SPLIT }]
        protocol: { ways: 2, shots: 1, queries: 1, episodes: 2 }
        methods: [wi]
        """;

    private readonly TemporaryFolder _folder = new();

    public SplitOverlapTests() => Cifar10Copy.Binary().Unpacked(_folder.Combine("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Make_two_official_splits_with_a_common_image_are_refused_before_any_work()
    {
        Share();

        string message = Assert.Throws<DataFileException>(() => Make("test")).Message;

        Assert.Contains("1 images of test are in train too", message, StringComparison.Ordinal);
        Assert.Contains("test_batch/00000 = data_batch_1/00000", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_splits_without_a_common_image_are_planned() => Make("test").Dispose();

    [Fact]
    public void Make_a_part_by_rule_may_overlap_an_official_split()
    {
        Share();

        Make("all").Dispose();
    }

    private void Share()
    {
        string folder = _folder.Combine("data", "cifar-10-batches-bin");
        byte[] test = File.ReadAllBytes(Path.Combine(folder, "test_batch.bin"));
        File.ReadAllBytes(Path.Combine(folder, "data_batch_1.bin")).AsSpan(0, 3073).CopyTo(test);
        File.WriteAllBytes(Path.Combine(folder, "test_batch.bin"), test);
    }

    private RunPlan Make(string split) => RunPlan.Make(
        ExperimentFile.Load(_folder.Write("x.yaml", Yaml.Replace("SPLIT", split, StringComparison.Ordinal)), []),
        new CatalogInputs(new RunOptions(_folder.Combine("out"), CacheRoot: _folder.Combine("cache"))), _ => { });
}
