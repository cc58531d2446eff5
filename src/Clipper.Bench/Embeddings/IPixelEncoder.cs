namespace Clipper.Bench.Embeddings;

/// <summary>Embeds pixels.</summary>
internal interface IPixelEncoder : IDisposable
{
    /// <summary>Length of an embedding.</summary>
    int Dimension { get; }

    /// <summary>How many threads may encode at a time: what was asked for on a CPU, two on a GPU.</summary>
    int Workers(int asked);

    /// <summary>How many images a batch should have: what was asked for on a CPU, at least enough for a GPU
    /// there.</summary>
    int Batch(int asked);

    /// <summary>Embeds <paramref name="count"/> images of an <see cref="IImagePipeline"/>. Thread-safe; rows do not
    /// depend on the batch.</summary>
    void Encode(ReadOnlySpan<byte> pixels, int count, Span<float> embeddings);
}
