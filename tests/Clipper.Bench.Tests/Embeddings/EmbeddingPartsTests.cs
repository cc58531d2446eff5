using Clipper.Bench.Embeddings;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>RELIABILITY D2: a data set that several processes embed has the bytes of one pass.</summary>
public sealed class EmbeddingPartsTests : IDisposable
{
    private const int Samples = 300;

    private readonly EmbedderHarness _harness = new();
    private readonly MemoryDataset _dataset = new(Samples);

    public void Dispose()
    {
        _dataset.Dispose();
        _harness.Dispose();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(64, 3)]
    [InlineData(65, 3)]
    [InlineData(1000, 4)]
    [InlineData(1000, 1000)]
    public void Part_of_parts_are_all_rows_in_order_cut_where_batches_are(int samples, int count)
    {
        RowRange[] parts = [.. Enumerable.Range(1, count).Select(index => RowRange.Part(samples, index, count))];

        Assert.Equal(
            Enumerable.Range(0, samples), parts.SelectMany(part => Enumerable.Range(part.First, part.Count)));
        Assert.All(parts.Where(part => part.Count > 0), part => Assert.Equal(0, part.First % RowRange.Grain));
    }

    [Theory]
    [InlineData(1, 2, 3, 4)]
    [InlineData(4, 2, 3, 1)]
    public void Embed_after_all_parts_encodes_nothing_and_has_the_same_entry(params int[] order)
    {
        byte[] whole = Whole();
        foreach (int index in order)
        {
            Part(index, order.Length);
        }

        Assert.Equal(Samples, _harness.Pipeline.Encoded);
        using EmbeddingTable table = _harness.Embed(_dataset);

        Assert.Equal(Samples, _harness.Pipeline.Encoded);
        Assert.Equal(whole, File.ReadAllBytes(_harness.File(".safetensors")));
        Assert.Equal(_dataset.Samples.Select(sample => sample.Id), table.Ids);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Embed_after_some_parts_encodes_the_others_alone(int embedded)
    {
        byte[] whole = Whole();
        Part(embedded, 4);
        int before = _harness.Pipeline.Encoded;

        using EmbeddingTable table = _harness.Embed(_dataset);

        Assert.NotEqual(0, before);
        Assert.Equal(Samples, _harness.Pipeline.Encoded);
        Assert.Equal(whole, File.ReadAllBytes(_harness.File(".safetensors")));
    }

    [Fact]
    public void Part_that_is_there_is_not_embedded_again()
    {
        Assert.False(_harness.Embedder().IsEmbedded(_dataset, EmbedderHarness.Model, 2, 4));

        Part(2, 4);
        Part(2, 4);

        Assert.True(_harness.Embedder().IsEmbedded(_dataset, EmbedderHarness.Model, 2, 4));
        Assert.False(_harness.Embedder().IsEmbedded(_dataset, EmbedderHarness.Model, 1, 4));
        Assert.Equal(RowRange.Part(Samples, 2, 4).Count, _harness.Pipeline.Encoded);
    }

    [Fact]
    public void Part_of_a_whole_that_is_there_is_not_embedded()
    {
        using (_harness.Embed(_dataset))
        {
            Part(2, 4);
        }

        Assert.Equal(Samples, _harness.Pipeline.Encoded);
    }

    [Fact]
    public void Parts_of_another_data_set_are_left_alone()
    {
        Part(1, 4);

        using EmbeddingTable other = _harness.Embed(new MemoryDataset(Samples, "another"));

        Assert.True(_harness.Embedder().IsEmbedded(_dataset, EmbedderHarness.Model, 1, 4));
        Assert.Equal(Samples + RowRange.Part(Samples, 1, 4).Count, _harness.Pipeline.Encoded);
    }

    [Fact]
    public void Skipped_images_keep_their_rows_and_are_judged_in_the_whole()
    {
        (int Index, string Text)[] bad = [.. Enumerable.Range(64, 20).Select(i => (i, "bad"))];
        var dataset = new MemoryDataset(Samples, "some bad", bad);
        var skip = new EmbeddingOptions(OnBadImage: BadImagePolicy.Skip);
        _harness.Embedder(skip).EmbedPart(dataset, EmbedderHarness.Model, 2, 5, null, CancellationToken.None);

        using EmbeddingTable table = _harness.Embed(dataset, skip);

        Assert.Equal(bad.Select(image => image.Index), table.Skipped.Keys.Order());
        (int Index, string Text)[] more = [.. Enumerable.Range(64, 40).Select(i => (i, "bad"))];
        var worse = new MemoryDataset(Samples, "many bad", more);
        _harness.Embedder(skip).EmbedPart(worse, EmbedderHarness.Model, 1, 5, null, CancellationToken.None);
        var refused = Assert.Throws<DataFileException>(() => _harness.Embed(worse, skip));
        Assert.Contains("40 of 300 images cannot be read", refused.Message, StringComparison.Ordinal);
    }

    private void Part(int index, int count) => _harness.Embedder().EmbedPart(
        _dataset, EmbedderHarness.Model, index, count, null, CancellationToken.None);

    // The entry that one pass writes, in a cache of its own.
    private byte[] Whole()
    {
        using var other = new EmbedderHarness();
        using EmbeddingTable table = other.Embed(_dataset);
        return File.ReadAllBytes(other.File(".safetensors"));
    }
}
