using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>The maths of imprinting: w_c = unit(Σ x̂ᵢ over the rows i that carry c), x̂ = x / ‖x‖ (PROTOCOL section 1,
/// step 3; the mean's 1/n cancels in the unit vector).</summary>
internal static class Imprinter
{
    /// <summary>Unit weights [classes, d] of <paramref name="embeddings"/> [n, d]; rows of zeros for classes without a
    /// sample. One pass in row order with sums in double, so every class adds its rows in ascending order whatever the
    /// number of classes, and each row is read from memory once.</summary>
    /// <exception cref="NonFiniteException">A row, labelled or not, holds a NaN or an infinity.</exception>
    public static Matrix<T> Weights<T>(MatrixView<T> embeddings, LabelRows labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int dimension = embeddings.Columns;
        int size = checked(labels.Classes * dimension);

        // Rented: twenty classes of 768 doubles would be a large object, collected with the whole heap, an episode.
        double[] rented = ArrayPool<double>.Shared.Rent(size);
        try
        {
            Span<double> sums = rented.AsSpan(0, size);
            sums.Clear();
            AddRows(embeddings, labels, sums);
            var weights = new Matrix<T>(labels.Classes, dimension);
            for (int c = 0; c < labels.Classes; c++)
            {
                Span<double> sum = sums.Slice(c * dimension, dimension);
                TensorPrimitives.Divide(sum, UnitRows.NormOf(SquareSum.Of<double>(sum)), sum);
                TensorPrimitives.ConvertTruncating<double, T>(sum, weights.Row(c));
            }

            return weights;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static void AddRows<T>(MatrixView<T> embeddings, LabelRows labels, Span<double> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var wide = new double[embeddings.Columns];
        for (int row = 0; row < embeddings.Rows; row++)
        {
            double norm = UnitRows.Widen(embeddings, row, wide);
            foreach (int label in labels.Row(row))
            {
                Span<double> sum = sums.Slice(label * wide.Length, wide.Length);
                TensorPrimitives.MultiplyAdd(wide, 1 / norm, sum, sum);
            }
        }
    }
}
