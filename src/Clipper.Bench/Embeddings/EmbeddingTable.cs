using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Embeddings;

/// <summary>The embeddings of a data set, memory-mapped, rows in sample order. (To be written by its owner; this is the agreed surface.)</summary>
public sealed class EmbeddingTable : IDisposable
{
    /// <summary>Number of rows.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Length of a row.</summary>
    public int Dimension => throw new NotImplementedException();

    /// <summary>Sample ids, in row order.</summary>
    public IReadOnlyList<string> Ids => throw new NotImplementedException();

    /// <summary>The cache key (SHA-256, hexadecimal).</summary>
    public string Key => throw new NotImplementedException();

    /// <summary>Whether it came from the cache.</summary>
    public bool FromCache => throw new NotImplementedException();

    /// <summary>Samples that were skipped with their reasons (policy skip); their rows are zeros and take no part in episodes.</summary>
    public IReadOnlyDictionary<int, string> Skipped => throw new NotImplementedException();

    /// <summary>Row <paramref name="index"/>, unnormalised.</summary>
    public ReadOnlySpan<float> Row(int index) => throw new NotImplementedException();

    /// <summary>Copies the given rows into a matrix.</summary>
    public Matrix<float> Rows(ReadOnlySpan<int> indices) => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose() => throw new NotImplementedException();
}
