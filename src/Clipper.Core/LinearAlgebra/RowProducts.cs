using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Inner products of the rows of two matrices, in blocks that stay in registers.</summary>
/// <remarks>Every product is summed in the same order whatever stands beside it: one 256-bit accumulator over k, its
/// lanes in order, then the last few k. So a result depends on its two rows alone, not on the batch, the threads or the
/// vector width of the machine, and a row scores the same bits alone and among a million.</remarks>
internal static class RowProducts
{
    private const int LeftBlock = 2;
    private const int RightBlock = 4;

    /// <summary>products[i, j] = Σₖ left[i, k] · right[j, k], with left [n, d], right [m, d], products [n,
    /// m].</summary>
    public static void Compute<T>(MatrixView<T> left, MatrixView<T> right, Span<T> products)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < right.Rows; j += RightBlock)
        {
            for (int i = 0; i < left.Rows; i += LeftBlock)
            {
                int next = Math.Min(i + 1, left.Rows - 1);
                ComputeBlock(left.Row(i), left.Row(next), i, next, right, j, products);
            }
        }
    }

    /// <summary>The same for rows that lie anywhere; each is read from memory once.</summary>
    public static void Compute<T>(IRowSource<T> left, MatrixView<T> right, Span<T> products)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < left.Rows; i += LeftBlock)
        {
            int next = Math.Min(i + 1, left.Rows - 1);
            ReadOnlySpan<T> row = left.Row(i), nextRow = left.Row(next);
            for (int j = 0; j < right.Rows; j += RightBlock)
            {
                ComputeBlock(row, nextRow, i, next, right, j, products);
            }
        }
    }

    /// <summary>The products of 2 × 4 rows. Beyond an edge the last row stands in again, which writes the same number
    /// to the same place twice and spares a loop for what is left over.</summary>
    private static void ComputeBlock<T>(
        ReadOnlySpan<T> a0, ReadOnlySpan<T> a1, int i, int i1, MatrixView<T> right, int j, Span<T> products)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int j1 = Math.Min(j + 1, right.Rows - 1);
        int j2 = Math.Min(j + 2, right.Rows - 1);
        int j3 = Math.Min(j + 3, right.Rows - 1);
        ReadOnlySpan<T> b0 = right.Row(j), b1 = right.Row(j1), b2 = right.Row(j2), b3 = right.Row(j3);
        Vector256<T> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector256<T> s10 = default, s11 = default, s12 = default, s13 = default;
        int whole = a0.Length - (a0.Length % Vector256<T>.Count);
        for (int k = 0; k < whole; k += Vector256<T>.Count)
        {
            Vector256<T> x0 = Load(a0, k), x1 = Load(a1, k);
            Vector256<T> y0 = Load(b0, k), y1 = Load(b1, k), y2 = Load(b2, k), y3 = Load(b3, k);
            s00 = FusedVector.MultiplyAdd(x0, y0, s00);
            s01 = FusedVector.MultiplyAdd(x0, y1, s01);
            s02 = FusedVector.MultiplyAdd(x0, y2, s02);
            s03 = FusedVector.MultiplyAdd(x0, y3, s03);
            s10 = FusedVector.MultiplyAdd(x1, y0, s10);
            s11 = FusedVector.MultiplyAdd(x1, y1, s11);
            s12 = FusedVector.MultiplyAdd(x1, y2, s12);
            s13 = FusedVector.MultiplyAdd(x1, y3, s13);
        }

        Span<T> top = products.Slice(i * right.Rows, right.Rows);
        Span<T> bottom = products.Slice(i1 * right.Rows, right.Rows);
        top[j] = Finish(s00, a0[whole..], b0[whole..]);
        top[j1] = Finish(s01, a0[whole..], b1[whole..]);
        top[j2] = Finish(s02, a0[whole..], b2[whole..]);
        top[j3] = Finish(s03, a0[whole..], b3[whole..]);
        bottom[j] = Finish(s10, a1[whole..], b0[whole..]);
        bottom[j1] = Finish(s11, a1[whole..], b1[whole..]);
        bottom[j2] = Finish(s12, a1[whole..], b2[whole..]);
        bottom[j3] = Finish(s13, a1[whole..], b3[whole..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Load<T>(ReadOnlySpan<T> row, int k)
        where T : unmanaged =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)k);

    private static T Finish<T>(Vector256<T> sums, ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector128<T> half = sums.GetLower() + sums.GetUpper();
        T sum = half[0];
        for (int lane = 1; lane < Vector128<T>.Count; lane++)
        {
            sum += half[lane];
        }

        for (int k = 0; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }
}
