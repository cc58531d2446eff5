using Clipper.Bench.Embeddings;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>The embeddings of a data set with their norms, each worked out when it is first asked for. Thread-safe:
/// whoever works out a norm first or second, it is the same.</summary>
/// <param name="embeddings">The embeddings.</param>
/// <param name="count">Number of samples.</param>
internal sealed class SampleTable(IEmbeddings embeddings, int count)
{
    private readonly double[] _norms = new double[count];

    /// <summary>Length of an embedding.</summary>
    public int Dimension => embeddings.Dimension;

    /// <summary>The embedding of a sample.</summary>
    public ReadOnlySpan<float> Row(int sample) => embeddings.Row(sample);

    /// <summary>Its norm, 1e-6 where it is zero.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="row">Its place among the rows that are read, for the message.</param>
    /// <exception cref="NonFiniteException">A number of it is NaN or infinite.</exception>
    public double Norm(int sample, int row)
    {
        double norm = Volatile.Read(ref _norms[sample]);
        if (norm == 0)
        {
            norm = UnitRows.Norm(embeddings.Row(sample), row);
            Volatile.Write(ref _norms[sample], norm);
        }

        return norm;
    }
}
