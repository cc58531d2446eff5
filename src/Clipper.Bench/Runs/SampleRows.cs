using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>The embeddings of some samples, read where they lie. Whoever reads them in order waits least: each row that
/// is read has one further on prefetched.</summary>
internal sealed class SampleRows : IRowSource<float>
{
    private const int Ahead = 2; // rows, as measured: more push each other out of the first-level cache

    private readonly SampleTable _table;
    private readonly int[] _samples;

    /// <summary>The rows of the samples, in their order.</summary>
    /// <param name="table">The embeddings of the data set.</param>
    /// <param name="samples">The samples.</param>
    public SampleRows(SampleTable table, int[] samples)
    {
        _table = table;
        _samples = samples;
        for (int row = 0; row < Ahead; row++)
        {
            Prefetch(row);
        }
    }

    /// <inheritdoc />
    public int Rows => _samples.Length;

    /// <inheritdoc />
    public int Columns => _table.Dimension;

    /// <inheritdoc />
    public ReadOnlySpan<float> Row(int index)
    {
        Prefetch(index + Ahead);
        return _table.Row(_samples[index]);
    }

    /// <inheritdoc />
    public double Norm(int index) => _table.Norm(_samples[index], index);

    private void Prefetch(int index)
    {
        if (index < _samples.Length)
        {
            RowPrefetch.Begin(_table.Row(_samples[index]));
        }
    }
}
