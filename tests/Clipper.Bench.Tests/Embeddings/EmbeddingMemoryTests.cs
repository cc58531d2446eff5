using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Imaging;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Embeddings;

[Collection(WholeProcess.Name)]
public sealed class EmbeddingMemoryTests
{
    private const int Samples = 40_000;
    private const int Dimension = 2_560;
    private const long RowBytes = (long)Samples * Dimension * sizeof(float);

    [Fact]
    public void Embed_of_many_rows_never_holds_them_in_memory()
    {
        using var folder = new TemporaryFolder();
        var pipeline = new WidePipeline();
        var embedder = new Embedder(new EmbeddingOptions(folder.Path, Batch: 64, Workers: 2), null, _ => pipeline);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        using EmbeddingTable table = embedder.Embed(new ManySamples(), EmbedderHarness.Model, null, default);

        long most = pipeline.MostMemory - before;
        Assert.True(most < RowBytes / 3, $"{most >> 20} MB while {RowBytes >> 20} MB of rows were computed");
        Assert.Equal((Samples, Dimension), (table.Count, table.Dimension));
        foreach (int row in new[] { 0, 1, Samples / 2, Samples - 1 })
        {
            Assert.All(table.Row(row).ToArray(), value => Assert.Equal(row, value));
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        using var sum = new RowSum();
        table.CopyTo(sum);
        Assert.Equal(RowBytes, sum.Length);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < RowBytes / 50, "copying holds rows");

        StageSeconds stages = Assert.IsType<StageSeconds>(table.Stages);
        Assert.True(stages.Encode > 0 && stages.Write > 0 && stages.Read > 0, stages.ToString());
    }

    /// <summary>Counts what is written and keeps none of it.</summary>
    private sealed class RowSum : MemoryStream
    {
        private long _length;

        public override long Length => _length;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
    }

    /// <summary>An image is its number; an embedding repeats it.</summary>
    private sealed class WidePipeline : IImagePipeline, IRowEncoder<byte>
    {
        private const int Look = 50;

        private long _most;
        private int _batches;

        public long MostMemory => Volatile.Read(ref _most);

        public string Fingerprint => "wide";

        public int PixelLength => sizeof(int);

        public int Dimension => EmbeddingMemoryTests.Dimension;

        public Raster Decode(ReadOnlySpan<byte> encoded, string name) =>
            Raster.FromPixels(ImageMode.Grey, encoded.Length, 1, encoded);

        public void ToPixels(Raster picture, ImageRegion? part, string name, Span<byte> pixels) =>
            picture.Pixels.CopyTo(pixels);

        public IRowEncoder<byte> LoadEncoder() => this;

        public int Workers(int asked) => asked;

        public int Batch(int asked) => asked;

        public void Encode(ReadOnlySpan<byte> pixels, int count, Span<float> embeddings)
        {
            for (int i = 0; i < count; i++)
            {
                embeddings.Slice(i * Dimension, Dimension).Fill(BitConverter.ToInt32(pixels[(i * PixelLength)..]));
            }

            if (Interlocked.Increment(ref _batches) % Look == 0)
            {
                long now = GC.GetTotalMemory(forceFullCollection: false);
                Volatile.Write(ref _most, Math.Max(_most, now));
            }
        }

        public void Dispose()
        {
        }
    }

    private sealed class ManySamples : IDataset
    {
        public string Name => "many";

        public string Variant => "";

        public bool IsMultiLabel => false;

        public IReadOnlyList<string> Classes => ["only"];

        public IReadOnlyList<Sample> Samples { get; } =
            [.. Enumerable.Range(0, EmbeddingMemoryTests.Samples).Select(i => new Sample($"{i:D6}", [0]))];

        public string ManifestHash => "many";

        public byte[] ReadImage(int index) => BitConverter.GetBytes(index);

        public void Dispose()
        {
        }
    }
}
