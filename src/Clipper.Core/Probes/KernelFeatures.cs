using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>Coordinates of n samples in the space that they span, for d > n features: the factor L [n, r] of their Gram
/// matrix X Xᵀ = L Lᵀ. A penalised linear problem has its solution in that space, so it is solved there, in r ≤ n
/// numbers a class instead of d, and carried back exactly.</summary>
internal sealed class KernelFeatures
{
    /// <summary>What the Gram matrix may lack, relative to its greatest element: the rounding of its own
    /// sums.</summary>
    private const double Tolerance = 1e-14;

    private readonly Matrix<double> _pivotRows;
    private readonly Matrix<double> _pivotFactor;

    /// <summary>Of the centred <paramref name="rows"/>.</summary>
    public KernelFeatures(CentredRows<float> rows)
    {
        var centred = new Matrix<double>(rows.Rows, rows.Columns);
        for (int row = 0; row < rows.Rows; row++)
        {
            rows.CopyTo<double>(row, rows.Mean, centred.Row(row));
        }

        var gram = new Matrix<double>(rows.Rows, rows.Rows);
        RowProducts.Compute(centred, centred, gram.Values);
        (Matrix<double> factor, int[] pivots) = Cholesky.FactorPivoted(gram, Tolerance);
        _pivotRows = new Matrix<double>(pivots.Length, rows.Columns);
        _pivotFactor = new Matrix<double>(pivots.Length, pivots.Length);
        for (int i = 0; i < pivots.Length; i++)
        {
            centred.Row(pivots[i]).CopyTo(_pivotRows.Row(i));
            factor.Row(pivots[i]).CopyTo(_pivotFactor.Row(i));
        }

        // Samples that are all alike span nothing; one coordinate of zeros spares every reader that case.
        Rows = pivots.Length > 0 ? factor : new Matrix<double>(rows.Rows, 1);
    }

    /// <summary>The coordinates L [n, r].</summary>
    public Matrix<double> Rows { get; }

    /// <summary>Weights [classes, d] of the features that give the logits which <paramref name="weights"/> [classes, r]
    /// give of the coordinates, with the same norm: w = Xₚᵀ Lₚ⁻ᵀ v over the pivot rows.</summary>
    public Matrix<double> ToFeatures(MatrixView<double> weights)
    {
        var result = new Matrix<double>(weights.Rows, _pivotRows.Columns);
        for (int c = 0; c < weights.Rows; c++)
        {
            double[] shares = weights.Row(c)[.._pivotRows.Rows].ToArray();
            for (int i = shares.Length - 1; i >= 0; i--)
            {
                ReadOnlySpan<double> row = _pivotFactor.Row(i);
                shares[i] /= row[i];
                Span<double> earlier = shares.AsSpan(0, i);
                TensorPrimitives.MultiplyAdd(row[..i], -shares[i], earlier, earlier);
                TensorPrimitives.MultiplyAdd(_pivotRows.Row(i), shares[i], result.Row(c), result.Row(c));
            }
        }

        return result;
    }
}
