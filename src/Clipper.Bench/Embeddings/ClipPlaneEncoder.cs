using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>A loaded vision tower.</summary>
internal sealed class ClipPlaneEncoder(ImageEncoder encoder, string device) : IPlaneEncoder
{
    public int Dimension => encoder.Dimension;

    // One stream keeps a GPU busy; a second would only wait for it with a batch in its hands.
    public int Workers(int asked) => device.StartsWith("cuda", StringComparison.Ordinal) ? 1 : asked;

    public void Encode(ReadOnlySpan<float> planes, int count, Span<float> embeddings) =>
        encoder.Encode(planes, count, embeddings);

    public void Dispose() => encoder.Dispose();
}
