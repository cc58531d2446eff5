namespace Clipper.Bench.Embeddings;

/// <summary>Embeds rows of values on a device.</summary>
/// <typeparam name="T">byte: pixels of an <see cref="IImagePipeline"/>; float: normalised planes; int: tokens of
/// texts.</typeparam>
internal interface IRowEncoder<T> : IDisposable
    where T : unmanaged
{
    /// <summary>Length of an embedding.</summary>
    int Dimension { get; }

    /// <summary>How many threads may encode at a time: what was asked for on a CPU, two on a GPU.</summary>
    int Workers(int asked);

    /// <summary>How many rows a batch should have: what was asked for on a CPU, at least enough for a GPU
    /// there.</summary>
    int Batch(int asked);

    /// <summary>Embeds <paramref name="count"/> rows of equal length. Thread-safe; embeddings do not depend on the
    /// batch.</summary>
    void Encode(ReadOnlySpan<T> rows, int count, Span<float> embeddings);
}
