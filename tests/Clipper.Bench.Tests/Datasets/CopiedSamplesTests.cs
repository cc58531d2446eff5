using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Embeddings;

namespace Clipper.Bench.Tests.Datasets;

public sealed class CopiedSamplesTests
{
    [Fact]
    public void Copies_have_ids_of_their_own_and_the_samples_images()
    {
        using var source = new MemoryDataset(5);
        using var copies = new CopiedSamples(source, [3, 1], copy: 2);

        Assert.Equal(["é/3.png#2", "é/1.png#2"], copies.Samples.Select(sample => sample.Id));
        Assert.All(copies.Samples, sample => Assert.Equal([0], sample.Labels));
        Assert.Equal(source.ReadImage(3), copies.ReadImage(0));
        Assert.Equal(source.ReadImage(1), copies.ReadImage(1));
    }

    [Fact]
    public void Manifest_tells_apart_data_samples_and_copies()
    {
        static string Hash(string manifest, int[] samples, int copy) =>
            new CopiedSamples(new MemoryDataset(5, manifest), samples, copy).ManifestHash;

        string[] hashes =
        [
            Hash("a", [1, 2], 2), Hash("b", [1, 2], 2), Hash("a", [1, 3], 2), Hash("a", [1, 2], 3), Hash("a", [1], 2),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(hashes[0], Hash("a", [1, 2], 2));
    }
}
