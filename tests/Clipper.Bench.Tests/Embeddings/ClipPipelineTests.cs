using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Core.Errors;
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

    // U5: what is no image stops a run by its name, or is left out and listed.
    [Fact]
    public void Embed_files_that_are_no_images_follow_the_policy()
    {
        using (IDataset shapes = DatasetCatalog.Open(new("shapes", Limit: 36)))
        {
            for (int i = 0; i < shapes.Samples.Count; i++)
            {
                Write($"data/a/{i:00}.bmp", shapes.ReadImage(i));
            }

            Write("data/a/20-empty.jpg", []);
            Write("data/a/30-text.jpg", "not an image"u8);
            Write("data/a/33-cut.bmp", shapes.ReadImage(0).AsSpan(0, 900));
        }

        using IDataset dataset = DatasetCatalog.Open(
            new("folder", Root: _folder.Combine("data")), new(_folder.Combine("cache")));
        var options = new EmbeddingOptions(_folder.Combine("cache"), "cpu");
        ModelDescription model = ModelLoader.Describe("random:7");

        DataFileException error = Assert.Throws<DataFileException>(
            () => new Embedder(options).Embed(dataset, model, null, CancellationToken.None));
        using EmbeddingTable table = new Embedder(options with { OnBadImage = BadImagePolicy.Skip })
            .Embed(dataset, model, null, CancellationToken.None);

        Assert.Contains("a/20-empty.jpg", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["a/20-empty.jpg", "a/30-text.jpg", "a/33-cut.bmp"],
            table.Skipped.Keys.Order().Select(i => dataset.Samples[i].Id));
        Assert.All(Enumerable.Range(0, table.Count), i =>
            Assert.Equal(table.Skipped.ContainsKey(i), table.Row(i).IndexOfAnyExcept(0f) < 0));
    }

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        string path = _folder.Write(name, "");
        File.WriteAllBytes(path, bytes.ToArray());
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
