using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>The next rows of a feature matrix, centred, in the precision of the work and packed for products; they stay
/// in the second-level cache while they are used.</summary>
internal sealed class RowBlock<TData, TWork>
    where TData : unmanaged, IBinaryFloatingPointIeee754<TData>
    where TWork : unmanaged, IBinaryFloatingPointIeee754<TWork>
{
    private const int MostRows = 128;

    private readonly CentredRows<TData> _source;
    private readonly TWork[] _mean;
    private readonly TWork[] _row;

    /// <summary>For the rows of <paramref name="source"/>.</summary>
    public RowBlock(CentredRows<TData> source)
    {
        _source = source;
        Size = Math.Min(MostRows, PanelProduct.RoundUp(source.Rows, PanelProduct.Rows));
        Panels = new Panels<TWork>(Size, source.Columns);
        _mean = new TWork[source.Columns];
        _row = new TWork[source.Columns];
        TensorPrimitives.ConvertTruncating<double, TWork>(source.Mean, _mean);
    }

    /// <summary>Rows of a block, those that fill the last one included.</summary>
    public int Size { get; }

    /// <summary>The rows [size, features], zeros beyond the last.</summary>
    public Panels<TWork> Panels { get; }

    /// <summary>Reads the block that starts at row <paramref name="first"/>.</summary>
    /// <returns>Its number of rows.</returns>
    public int Read(int first)
    {
        int count = Math.Min(Size, _source.Rows - first);
        for (int row = 0; row < count; row++)
        {
            _source.CopyTo<TWork>(first + row, _mean, _row);
            Panels.SetRow(row, _row);
        }

        _row.AsSpan().Clear();
        for (int row = count; row < Size; row++)
        {
            Panels.SetRow(row, _row);
        }

        return count;
    }

    /// <summary>Σ x xᵀ over all rows, [features, features]: summed in the precision of the work within a block and in
    /// double over the blocks.</summary>
    public Matrix<double> Gram()
    {
        int stride = Panels.PaddedColumns;
        var block = new TWork[stride * stride];
        var wide = new double[stride];
        var gram = new Matrix<double>(_source.Columns, _source.Columns);
        for (int first = 0; first < _source.Rows; first += Size)
        {
            Read(first);
            Array.Clear(block);
            Panels.AddGram(block, stride);
            for (int row = 0; row < gram.Rows; row++)
            {
                TensorPrimitives.ConvertTruncating<TWork, double>(block.AsSpan(row * stride, gram.Columns), wide);
                TensorPrimitives.Add(gram.Row(row), wide.AsSpan(0, gram.Columns), gram.Row(row));
            }
        }

        return gram;
    }
}
