using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs;

/// <summary>An <see cref="EmbeddingTable"/> as a run reads it.</summary>
internal sealed class TableEmbeddings(EmbeddingTable table) : IEmbeddings
{
    /// <inheritdoc />
    public int Dimension => table.Dimension;

    /// <inheritdoc />
    public string Key => table.Key;

    /// <inheritdoc />
    public bool FromCache => table.FromCache;

    /// <inheritdoc />
    public IReadOnlyDictionary<int, string> Skipped => table.Skipped;

    /// <inheritdoc />
    public ReadOnlySpan<float> Row(int index) => table.Row(index);

    /// <inheritdoc />
    public void Dispose() => table.Dispose();
}
