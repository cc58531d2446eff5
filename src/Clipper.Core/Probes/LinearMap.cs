using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>x ↦ W x + b for rows x, in double.</summary>
/// <param name="Weights">W [outputs, d].</param>
/// <param name="Intercepts">b [outputs].</param>
public sealed record LinearMap(Matrix<double> Weights, double[] Intercepts)
{
    /// <summary>Rows that are widened together: few enough to stay in the cache.</summary>
    private const int Block = 64;

    /// <summary>Values [n, outputs] of <paramref name="rows"/> [n, d]. A row has the same bits alone and among
    /// others.</summary>
    /// <exception cref="ArgumentException">The rows have another length than the weights.</exception>
    public Matrix<double> Apply(MatrixView<float> rows)
    {
        if (rows.Columns != Weights.Columns)
        {
            throw new ArgumentException(
                $"Embeddings of shape {rows.Shape} do not fit weights of shape {Weights.View.Shape}: " +
                $"both need {Weights.Columns} columns.");
        }

        var values = new Matrix<double>(rows.Rows, Weights.Rows);
        var wide = new Matrix<double>(Math.Min(Block, rows.Rows), rows.Columns);
        for (int first = 0; first < rows.Rows; first += Block)
        {
            int count = Math.Min(Block, rows.Rows - first);
            TensorPrimitives.ConvertTruncating<float, double>(rows.Slice(first, count).Values, wide.Values);
            Span<double> block = values.Values.Slice(first * Weights.Rows, count * Weights.Rows);
            RowProducts.Compute(wide.View.Slice(0, count), Weights, block);
        }

        for (int row = 0; row < values.Rows; row++)
        {
            TensorPrimitives.Add(values.Row(row), Intercepts, values.Row(row));
        }

        return values;
    }

    /// <summary>The map of uncentred rows that does what <paramref name="weights"/> and <paramref name="intercepts"/>
    /// do to rows less <paramref name="mean"/>.</summary>
    internal static LinearMap Uncentred(Matrix<double> weights, double[] intercepts, ReadOnlySpan<double> mean)
    {
        for (int output = 0; output < intercepts.Length; output++)
        {
            intercepts[output] -= TensorPrimitives.Dot(weights.Row(output), mean);
        }

        return new LinearMap(weights, intercepts);
    }
}
