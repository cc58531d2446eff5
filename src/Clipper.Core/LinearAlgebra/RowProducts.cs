using System.Numerics;
using System.Numerics.Tensors;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Inner products of the rows of two matrices.</summary>
internal static class RowProducts
{
    /// <summary>products[i, j] = Σₖ left[i, k] · right[j, k], with left [n, d], right [m, d], products [n, m].</summary>
    public static void Compute<T>(MatrixView<T> left, MatrixView<T> right, Span<T> products)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < left.Rows; i++)
        {
            for (int j = 0; j < right.Rows; j++)
            {
                products[(i * right.Rows) + j] = TensorPrimitives.Dot(left.Row(i), right.Row(j));
            }
        }
    }
}
