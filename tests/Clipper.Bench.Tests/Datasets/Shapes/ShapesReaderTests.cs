using System.Security.Cryptography;
using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Shapes;

namespace Clipper.Bench.Tests.Datasets.Shapes;

public sealed class ShapesReaderTests
{
    [Fact]
    public void Open_single_has_twenty_images_of_every_evaluation_combination()
    {
        using IDataset dataset = DatasetCatalog.Open(new("shapes"));

        Assert.Equal(("single", false), (dataset.Variant, dataset.IsMultiLabel));
        Assert.Equal(ShapeCombination.Evaluation.Select(c => c.Name), dataset.Classes);
        Assert.Equal(72, dataset.Classes.Distinct().Count());
        Assert.All(dataset.Samples.GroupBy(s => s.Labels.Single()), g => Assert.Equal(20, g.Count()));
    }

    [Fact]
    public void Open_multi_labels_are_the_shapes_and_colors_of_one_or_two_objects()
    {
        using IDataset dataset = DatasetCatalog.Open(new("shapes", "multi"));

        Assert.True(dataset.IsMultiLabel);
        Assert.Equal((24, 1440), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Contains("shape:star", dataset.Classes);
        Assert.Contains("color:red", dataset.Classes);
        Assert.All(dataset.Samples, s => Assert.InRange(s.Labels.Count, 2, 4));
        Assert.All(dataset.Samples, s => Assert.Equal(s.Labels.Distinct().Order(), s.Labels));
        Assert.All(
            Enumerable.Range(0, 24),
            label => Assert.InRange(dataset.Samples.Count(s => s.Labels.Contains(label)), 120, 250));
    }

    [Fact]
    public void ReadImage_is_drawn_to_the_bit_as_ever()
    {
        using IDataset single = DatasetCatalog.Open(new("shapes"));
        using IDataset multi = DatasetCatalog.Open(new("shapes", "multi"));
        using IDataset other = DatasetCatalog.Open(new("shapes", Seed: 1));

        string hash = Hash(Enumerable.Range(0, 24).SelectMany(i => Pixels(single, i * 60))
            .Concat(Enumerable.Range(0, 24).SelectMany(i => Pixels(multi, i))));

        // When this changes, pictures changed: raise ShapePicture.Schema with it.
        Assert.Equal("5a81a512f6aebb5c2e9842ecf35d40eff04afbea58cc8a70eb17522ca02d326c", hash);
        Assert.NotEqual(single.ReadImage(0), other.ReadImage(0));
        Assert.NotEqual(single.ReadImage(0), single.ReadImage(1));
    }

    [Fact]
    public void ReadImage_from_many_threads_gives_the_same()
    {
        using IDataset dataset = DatasetCatalog.Open(new("shapes", "multi"));
        byte[][] alone = [.. Enumerable.Range(0, 40).Select(dataset.ReadImage)];
        byte[][] together = new byte[40][];

        Parallel.For(0, 40, i => together[i] = dataset.ReadImage(i));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void ManifestHash_follows_seed_variant_and_limit()
    {
        string Hash(DatasetRequest request)
        {
            using IDataset dataset = DatasetCatalog.Open(request);
            return dataset.ManifestHash;
        }

        string[] hashes =
        [
            Hash(new("shapes")),
            Hash(new("shapes", "multi")),
            Hash(new("shapes", Seed: 1)),
            Hash(new("shapes", Limit: 100)),
        ];

        Assert.Equal(4, hashes.Distinct().Count());
        Assert.Equal(hashes[0], Hash(new("shapes", "single")));
    }

    private static byte[] Pixels(IDataset dataset, int index) => dataset.ReadImage(index)[54..];

    private static string Hash(IEnumerable<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData([.. bytes]));
}
