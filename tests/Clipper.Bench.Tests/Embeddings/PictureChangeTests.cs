using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Imaging.Augmentation;
using Clipper.Clip.Models;
using Clipper.Core.Randomness;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>Changed copies through the real decoder, encoder and cache, with a random model on drawn shapes.</summary>
public sealed class PictureChangeTests : IDisposable
{
    private static readonly PictureChange s_change = new(AugmentationSpec.SimClr, new Seed(5));

    private readonly TemporaryFolder _folder = new();
    private readonly IDataset _shapes = DatasetCatalog.Open(new("shapes", Limit: 36));

    public void Dispose()
    {
        _shapes.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Copy_is_the_same_whatever_is_copied_with_it()
    {
        float[] few = Embed([4], copy: 3, s_change, fromCache: false);
        float[] many = Embed([2, 4, 9], copy: 3, s_change, fromCache: false);

        int dimension = few.Length;
        Assert.True(Distance(few, many.AsSpan(dimension, dimension)) < 1e-5 * Norm(few));
    }

    [Fact]
    public void Copies_differ_from_each_other_and_from_the_sample_and_between_seeds()
    {
        float[][] rows =
        [
            Embed([4], copy: 1, s_change, fromCache: false),
            Embed([4], copy: 2, s_change, fromCache: false),
            Embed([4], copy: 1, change: null, fromCache: false),
            Embed([4], copy: 1, s_change with { Seed = new Seed(6) }, fromCache: false),
        ];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.True(Distance(rows[i], rows[j]) > 1e-3 * Norm(rows[i]), $"{i} and {j} are alike");
            }
        }
    }

    [Fact]
    public void Copies_are_kept_in_the_cache_under_their_specification()
    {
        float[] first = Embed([1, 2], copy: 2, s_change, fromCache: false);

        Assert.Equal(first, Embed([1, 2], copy: 2, s_change, fromCache: true));
        PictureChange other = s_change with { Spec = AugmentationSpec.SimClr with { Attempts = 9 } };
        Embed([1, 2], copy: 2, other, fromCache: false);
    }

    private float[] Embed(int[] samples, int copy, PictureChange? change, bool fromCache)
    {
        using var copied = new CopiedSamples(_shapes, samples, copy);
        var options = new EmbeddingOptions(_folder.Combine("cache"), "cpu", Change: change);
        using EmbeddingTable table = new Embedder(options)
            .Embed(copied, ModelLoader.Describe("random:7"), null, CancellationToken.None);
        Assert.Equal(fromCache, table.FromCache);
        return EmbedderHarness.Values(table);
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (double)(a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(sum);
    }

    private static double Norm(float[] row) => Math.Sqrt(row.Sum(value => (double)value * value));
}
