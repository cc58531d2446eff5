using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>The embeddings of some samples, read where they lie.</summary>
/// <param name="table">The embeddings of the data set.</param>
/// <param name="samples">The samples.</param>
internal sealed class SampleRows(SampleTable table, int[] samples) : IRowSource<float>
{
    /// <inheritdoc />
    public int Rows => samples.Length;

    /// <inheritdoc />
    public int Columns => table.Dimension;

    /// <inheritdoc />
    public ReadOnlySpan<float> Row(int index) => table.Row(samples[index]);

    /// <inheritdoc />
    public double Norm(int index) => table.Norm(samples[index], index);
}
