using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>The maths of imprinting: w_c = unit(Σ x̂ᵢ over the rows i that carry c), x̂ = x / ‖x‖ (PROTOCOL section 1,
/// step 3; the mean's 1/n cancels in the unit vector).</summary>
internal static class Imprinter
{
    /// <summary>Unit weights [classes, d] of <paramref name="embeddings"/> [n, d]; rows of zeros for classes without a
    /// sample. Each class adds its rows in ascending order in double, so the result depends on nothing else.</summary>
    public static Matrix<T> Weights<T>(MatrixView<T> embeddings, LabelRows labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireFiniteUnlabelled(embeddings, labels);
        var members = new ClassMembers(labels);
        var weights = new Matrix<T>(labels.Classes, embeddings.Columns);
        var row = new double[embeddings.Columns];
        var sum = new double[embeddings.Columns];
        for (int c = 0; c < labels.Classes; c++)
        {
            sum.AsSpan().Clear();
            foreach (int member in members.Of(c))
            {
                double norm = UnitRows.Widen(embeddings, member, row);
                TensorPrimitives.MultiplyAdd(row, 1 / norm, sum, sum);
            }

            TensorPrimitives.Divide(sum, UnitRows.NormOf(TensorPrimitives.SumOfSquares<double>(sum)), sum);
            TensorPrimitives.ConvertTruncating<double, T>(sum, weights.Row(c));
        }

        return weights;
    }

    /// <summary>A row without a label takes no part, but a NaN in it still says that the embeddings are broken.</summary>
    private static void RequireFiniteUnlabelled<T>(MatrixView<T> embeddings, LabelRows labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var row = new double[embeddings.Columns];
        for (int i = 0; i < labels.Rows; i++)
        {
            if (labels.Row(i).IsEmpty)
            {
                UnitRows.Widen(embeddings, i, row);
            }
        }
    }
}
