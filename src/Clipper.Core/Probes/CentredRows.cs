using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>Features [n, d] about their mean. They are centred while they are read, block by block, so a large matrix
/// is never copied. An intercept absorbs the shift, and it makes problems much better conditioned: embeddings share one
/// strong direction.</summary>
internal sealed class CentredRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Matrix<T> _rows;

    /// <summary>Finds the mean.</summary>
    /// <exception cref="NonFiniteException">A number is NaN or infinite.</exception>
    public CentredRows(Matrix<T> rows)
    {
        _rows = rows;
        Mean = new double[rows.Columns];
        var wide = new double[rows.Columns];
        for (int row = 0; row < rows.Rows; row++)
        {
            _ = UnitRows.Widen(rows.View, row, wide);
            TensorPrimitives.Add(Mean, wide, Mean);
        }

        TensorPrimitives.Divide(Mean, Math.Max(1, rows.Rows), Mean);
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _rows.Rows;

    /// <summary>Number of features.</summary>
    public int Columns => _rows.Columns;

    /// <summary>What is subtracted.</summary>
    public double[] Mean { get; }

    /// <summary>Writes row <paramref name="row"/> less the mean.</summary>
    public void CopyTo<TWork>(int row, ReadOnlySpan<TWork> mean, Span<TWork> centred)
        where TWork : unmanaged, IBinaryFloatingPointIeee754<TWork>
    {
        TensorPrimitives.ConvertTruncating<T, TWork>(_rows.Row(row), centred);
        TensorPrimitives.Subtract(centred, mean, centred);
    }
}
