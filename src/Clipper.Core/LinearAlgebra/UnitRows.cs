using System.Numerics;
using System.Numerics.Tensors;

namespace Clipper.Core.LinearAlgebra;

/// <summary>L2 normalisation of rows, x / ‖x‖₂, where a norm of zero counts as 1e-6 so that a zero row stays zero
/// (PROTOCOL section 1, step 2). Norms are summed in double whatever the type of the numbers is.</summary>
public static class UnitRows
{
    /// <summary>What divides a row whose norm is zero.</summary>
    public const double ZeroNorm = 1e-6;

    private const double LargestKept = 1.0 / (1 << 26);

    /// <summary>A copy of <paramref name="matrix"/> [n, d] with unit rows.</summary>
    /// <exception cref="NonFiniteException">A number is NaN or infinite.</exception>
    public static Matrix<T> Normalize<T>(MatrixView<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var unit = new Matrix<T>(matrix.Rows, matrix.Columns);
        Normalize(matrix, unit, first: 0);
        return unit;
    }

    /// <summary>Writes <paramref name="matrix"/> [n, d] with unit rows into the rows of <paramref name="unit"/> from
    /// <paramref name="first"/> on.</summary>
    /// <exception cref="NonFiniteException">A number is NaN or infinite.</exception>
    internal static void Normalize<T>(MatrixView<T> matrix, Matrix<T> unit, int first)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var wide = new double[matrix.Columns];
        for (int row = 0; row < matrix.Rows; row++)
        {
            double norm = Norm(matrix.Row(row), row);
            if (IsKept<T>(norm))
            {
                matrix.Row(row).CopyTo(unit.Row(first + row));
                continue;
            }

            TensorPrimitives.ConvertTruncating(matrix.Row(row), wide);
            TensorPrimitives.Divide(wide, norm, wide);
            TensorPrimitives.ConvertTruncating<double, T>(wide, unit.Row(first + row));
        }
    }

    // Whether every number divided by the norm rounds to itself: its neighbours in float32 are at least 2⁻²⁴ of it
    // away, so half of that is more than the division changes. Rows that were unit before mostly are; a head that grows
    // by a class has many.
    private static bool IsKept<T>(double norm) =>
        typeof(T) == typeof(float) ? Math.Abs(norm - 1) < LargestKept : norm == 1;

    /// <summary>The norms of the rows of <paramref name="matrix"/> from <paramref name="first"/> on, 1e-6 where one is
    /// zero.</summary>
    /// <exception cref="NonFiniteException">A number is NaN or infinite.</exception>
    internal static void Norms<T>(MatrixView<T> matrix, int first, Span<double> norms)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < norms.Length; i++)
        {
            norms[i] = Norm(matrix.Row(first + i), first + i);
        }
    }

    /// <summary>Copies a row into <paramref name="wide"/> and gives its norm, 1e-6 where it is zero.</summary>
    /// <exception cref="NonFiniteException">A number of the row is NaN or infinite.</exception>
    internal static double Widen<T>(MatrixView<T> matrix, int row, Span<double> wide)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.ConvertTruncating(matrix.Row(row), wide);
        return Norm(matrix.Row(row), row);
    }

    /// <summary>√squares, or 1e-6 for 0.</summary>
    internal static double NormOf(double squares) => squares == 0 ? ZeroNorm : Math.Sqrt(squares);

    /// <summary>The norm of a row, 1e-6 where it is zero.</summary>
    /// <param name="values">The row.</param>
    /// <param name="row">Its number, for the message.</param>
    /// <exception cref="NonFiniteException">A number of the row is NaN or infinite.</exception>
    public static double Norm<T>(ReadOnlySpan<T> values, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        NormOf(values, row, SquareSum.Of(values));

    /// <summary>The norm of a row whose squares are summed already, 1e-6 where it is zero.</summary>
    /// <exception cref="NonFiniteException">A number of the row is NaN or infinite.</exception>
    internal static double NormOf<T>(ReadOnlySpan<T> values, int row, double squares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!double.IsFinite(squares))
        {
            ThrowIfNonFinite(values, row);
        }

        return NormOf(squares);
    }

    private static void ThrowIfNonFinite<T>(ReadOnlySpan<T> values, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < values.Length; column++)
        {
            if (!T.IsFinite(values[column]))
            {
                throw new NonFiniteException(row, column, double.CreateTruncating(values[column]));
            }
        }

        throw new ArgumentException($"Row {row} is finite, but its squared norm exceeds the range of double.");
    }
}
