using System.Numerics;
using System.Runtime.CompilerServices;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>The maths of imprinting: w_c = unit(Σ x̂ᵢ over the rows i that carry c), x̂ = x / ‖x‖ (PROTOCOL section 1,
/// step 3; the mean's 1/n cancels in the unit vector).</summary>
internal static class Imprinter
{
    /// <summary>Unit weights [classes, d] of <paramref name="embeddings"/> [n, d]; rows of zeros for classes without a
    /// sample. Class by class with sums in double, so every class adds its rows in ascending order, and its sum stays
    /// in the first-level cache whatever the number of classes; each row is read once a label.</summary>
    /// <exception cref="NonFiniteException">A row, labelled or not, holds a NaN or an infinity.</exception>
    public static Matrix<T> Weights<T>(MatrixView<T> embeddings, LabelRows labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireFinite(embeddings, labels);
        using var rows = new ClassRows(labels);
        var weights = new Matrix<T>(labels.Classes, embeddings.Columns);
        using var sum = new AlignedBuffer<double>(embeddings.Columns);
        using var wide = new AlignedBuffer<double>(embeddings.Columns);
        for (int c = 0; c < labels.Classes; c++)
        {
            sum.Values.Clear();
            UnitSum.Add(embeddings, rows.From(c), rows.Count(c), sum.Values, wide.Values);
            UnitSum.Finish(sum.Values, weights.Row(c));
        }

        return weights;
    }

    /// <summary>The same of rows that lie anywhere.</summary>
    public static Matrix<T> Weights<T>(IRowSource<T> embeddings, LabelRows labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var sums = new ClassSums(labels.Classes, embeddings.Columns);
        for (int row = 0; row < embeddings.Rows; row++)
        {
            sums.Add(embeddings.Row(row), embeddings.Norm(row), labels.Row(row));
        }

        return sums.ToWeights<T>();
    }

    // Rows without a label take no part, but a number that is none is an error wherever it stands.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RequireFinite<T>(MatrixView<T> embeddings, LabelRows labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> norm = stackalloc double[1];
        for (int row = 0; labels.HasEmptyRows && row < labels.Rows; row++)
        {
            if (labels.Row(row).IsEmpty)
            {
                UnitRows.Norms(embeddings, row, norm);
            }
        }
    }
}
