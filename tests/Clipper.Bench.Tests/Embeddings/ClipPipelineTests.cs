using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>The real decoder and encoder, with a random model on drawn shapes.</summary>
public sealed class ClipPipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // D2, D3: the same bits whatever the number of workers; 1e-6 of a unit vector whatever the batch.
    [Fact]
    public void Embed_rows_do_not_depend_on_workers_nor_beyond_rounding_on_the_batch()
    {
        float[] expected = Embed("base", new(Workers: 1));
        foreach (int workers in new[] { 2, 5 })
        {
            Assert.Equal(expected, Embed($"workers {workers}", new(Workers: workers)));
        }

        foreach (int batch in new[] { 1, 3, 64 })
        {
            AssertNear(expected, Embed($"batch {batch}", new(Batch: batch)), 1e-6);
        }
    }

    private float[] Embed(string cache, EmbeddingOptions options)
    {
        ModelDescription model = ModelLoader.Describe("random:7");
        using IDataset dataset = DatasetCatalog.Open(new("shapes", "multi", Limit: 45));
        using EmbeddingTable table = new Embedder(options with { CacheRoot = _folder.Combine(cache), Device = "cpu" })
            .Embed(dataset, model, null, CancellationToken.None);
        Assert.False(table.FromCache);
        Assert.Equal((45, model.Vision.EmbeddingSize), (table.Count, table.Dimension));
        return EmbedderHarness.Values(table);
    }

    private static void AssertNear(float[] expected, float[] actual, double tolerance)
    {
        int dimension = expected.Length / 45;
        for (int row = 0; row < 45; row++)
        {
            double norm = Math.Sqrt(expected.Skip(row * dimension).Take(dimension).Sum(v => (double)v * v));
            Assert.True(norm > 0);
            for (int i = row * dimension; i < (row + 1) * dimension; i++)
            {
                Assert.InRange(Math.Abs(expected[i] - actual[i]) / norm, 0, tolerance);
            }
        }
    }
}
