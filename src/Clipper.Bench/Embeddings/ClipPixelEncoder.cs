using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>A loaded vision tower.</summary>
internal sealed class ClipPixelEncoder(ImageEncoder encoder) : IPixelEncoder
{
    // Fewer leave most of a GPU idle; more would fill the memory with decoded pixels.
    private const int LeastGpuBatch = 64;

    private const int GpuWorkers = 2;

    public int Dimension => encoder.Dimension;

    // A GPU computes for one worker at a time while the other prepares and uploads the next batch.
    public int Workers(int asked) => encoder.IsOnCpu ? asked : GpuWorkers;

    public int Batch(int asked) => encoder.IsOnCpu ? asked : Math.Max(asked, LeastGpuBatch);

    public void Encode(ReadOnlySpan<byte> pixels, int count, Span<float> embeddings) =>
        encoder.EncodePixels(pixels, count, embeddings);

    public void Dispose() => encoder.Dispose();
}
