using System.Numerics;
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
        using var sums = new ClassSums(labels.Classes, embeddings.Columns);
        for (int row = 0; row < embeddings.Rows; row++)
        {
            sums.Add(embeddings.Row(row), UnitRows.Norm(embeddings.Row(row), row), labels.Row(row));
        }

        return sums.ToWeights<T>();
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
}
