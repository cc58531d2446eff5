using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>A loaded vision tower.</summary>
internal sealed class ClipPlaneEncoder(ImageEncoder encoder) : IPlaneEncoder
{
    // Fewer leave most of a GPU idle; more would fill the memory with decoded pixels.
    private const int LeastGpuBatch = 64;

    public int Dimension => encoder.Dimension;

    // One stream keeps a GPU busy; a second would only wait for it with a batch in its hands.
    public int Workers(int asked) => encoder.IsOnCpu ? asked : 1;

    public int Batch(int asked) => encoder.IsOnCpu ? asked : Math.Max(asked, LeastGpuBatch);

    public void Encode(ReadOnlySpan<float> planes, int count, Span<float> embeddings) =>
        encoder.Encode(planes, count, embeddings);

    public void Dispose() => encoder.Dispose();
}
