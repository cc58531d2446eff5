namespace Clipper.Bench.Embeddings;

/// <summary>Embeds <paramref name="count"/> rows of equal length.</summary>
internal delegate void RowEncoding<T>(ReadOnlySpan<T> rows, int count, Span<float> embeddings)
    where T : unmanaged;
