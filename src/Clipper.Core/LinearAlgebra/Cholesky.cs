using System.Numerics.Tensors;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Cholesky factors of symmetric matrices, in double.</summary>
internal static class Cholesky
{
    /// <summary>The inverse of a symmetric positive definite matrix, which is overwritten.</summary>
    /// <exception cref="ArgumentException">The matrix is not positive definite.</exception>
    public static Matrix<double> Invert(Matrix<double> matrix)
    {
        Factor(matrix);
        InvertLower(matrix);
        var inverse = new Matrix<double>(matrix.Rows, matrix.Rows);
        for (int k = 0; k < matrix.Rows; k++)
        {
            ReadOnlySpan<double> row = matrix.Row(k)[..(k + 1)];
            for (int i = 0; i <= k; i++)
            {
                Span<double> sums = inverse.Row(i)[..(i + 1)];
                TensorPrimitives.MultiplyAdd(row[..(i + 1)], row[i], sums, sums);
            }
        }

        for (int i = 0; i < inverse.Rows; i++)
        {
            for (int j = 0; j < i; j++)
            {
                inverse.Row(j)[i] = inverse.Row(i)[j];
            }
        }

        return inverse;
    }

    /// <summary>A positive semi-definite matrix K [n, n] as L Lᵀ with L [n, r], rows in the order of K: r is the number
    /// of pivots above <paramref name="tolerance"/> times the greatest diagonal element. What is left out of K is below
    /// that, so the factor is as good as K in any quadratic form.</summary>
    /// <returns>L and the rows that were pivots, in order: L of those rows is lower triangular.</returns>
    public static (Matrix<double> Factor, int[] Pivots) FactorPivoted(MatrixView<double> matrix, double tolerance)
    {
        int size = matrix.Rows;
        var columns = new List<double[]>();
        var pivots = new List<int>();
        var left = new double[size];
        for (int i = 0; i < size; i++)
        {
            left[i] = matrix.Row(i)[i];
        }

        double least = tolerance * (size == 0 ? 0 : TensorPrimitives.Max<double>(left));
        while (pivots.Count < size)
        {
            int pivot = TensorPrimitives.IndexOfMax<double>(left);
            if (!(left[pivot] > least))
            {
                break;
            }

            var column = matrix.Row(pivot).ToArray();
            foreach (double[] earlier in columns)
            {
                TensorPrimitives.MultiplyAdd(earlier, -earlier[pivot], column, column);
            }

            TensorPrimitives.Divide(column, Math.Sqrt(left[pivot]), column);
            foreach (int done in pivots)
            {
                column[done] = 0;
            }

            for (int i = 0; i < size; i++)
            {
                left[i] -= column[i] * column[i];
            }

            left[pivot] = double.NegativeInfinity;
            columns.Add(column);
            pivots.Add(pivot);
        }

        return (Transposed(columns, size), [.. pivots]);
    }

    private static void Factor(Matrix<double> matrix)
    {
        for (int i = 0; i < matrix.Rows; i++)
        {
            Span<double> row = matrix.Row(i);
            for (int j = 0; j <= i; j++)
            {
                ReadOnlySpan<double> above = matrix.Row(j);
                double rest = row[j] - TensorPrimitives.Dot(row[..j], above[..j]);
                if (j < i)
                {
                    row[j] = rest / above[j];
                }
                else if (rest > 0)
                {
                    row[i] = Math.Sqrt(rest);
                }
                else
                {
                    throw new ArgumentException($"The matrix is not positive definite: pivot {i} is {rest}.");
                }
            }
        }
    }

    // Row i of L⁻¹ = (eᵢ − Σₖ L[i, k] · row k of L⁻¹) / L[i, i], over the rows above it.
    private static void InvertLower(Matrix<double> lower)
    {
        var coefficients = new double[lower.Rows];
        for (int i = 0; i < lower.Rows; i++)
        {
            Span<double> row = lower.Row(i);
            row[..(i + 1)].CopyTo(coefficients);
            row[..i].Clear();
            row[i] = 1;
            for (int k = 0; k < i; k++)
            {
                Span<double> sums = row[..(k + 1)];
                TensorPrimitives.MultiplyAdd(lower.Row(k)[..(k + 1)], -coefficients[k], sums, sums);
            }

            TensorPrimitives.Divide(row[..(i + 1)], coefficients[i], row[..(i + 1)]);
        }
    }

    private static Matrix<double> Transposed(List<double[]> columns, int rows)
    {
        var matrix = new Matrix<double>(rows, columns.Count);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns.Count; column++)
            {
                matrix.Row(row)[column] = columns[column][row];
            }
        }

        return matrix;
    }
}
