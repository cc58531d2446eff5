using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Core.LinearAlgebra;

/// <summary>The inner products of <see cref="RowProducts"/> in 512-bit vectors, with the same bits: each half of a
/// vector is the 256-bit accumulator of one product, so that two products take one instruction.</summary>
internal static class PairedProducts
{
    private const int LeftBlock = 4;
    private const int RightBlock = 8;
    private const int Lanes = 8; // of the accumulator of one product

    /// <summary>Whether matrices of these shapes can be multiplied so.</summary>
    public static bool CanCompute(int leftRows, int rightRows, int columns) =>
        Avx512F.IsSupported && leftRows >= LeftBlock && rightRows >= RightBlock && columns % Lanes == 0;

    /// <summary>products[i, j] = Σₖ left[i, k] · right[j, k]. The last blocks begin early enough to be whole ones, and
    /// write some numbers a second time.</summary>
    public static void Compute(MatrixView<float> left, MatrixView<float> right, Span<float> products)
    {
        for (int j = 0; j < right.Rows; j += RightBlock)
        {
            int column = Math.Min(j, right.Rows - RightBlock);
            for (int i = 0; i < left.Rows; i += LeftBlock)
            {
                int row = Math.Min(i, left.Rows - LeftBlock);
                ComputeBlock(
                    ref MemoryMarshal.GetReference(left.Row(row)),
                    ref MemoryMarshal.GetReference(right.Row(column)),
                    left.Columns,
                    ref products[(row * right.Rows) + column],
                    right.Rows);
            }
        }
    }

    // Rows lie one after the other, so element (r, k) of a block is r · columns + k.
    private static void ComputeBlock(ref float left, ref float right, int columns, ref float products, int stride)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
        Vector512<float> d0 = default, d1 = default, d2 = default, d3 = default;
        for (int k = 0; k < columns; k += Lanes)
        {
            Vector512<float> y0 = Pair(ref right, k, columns);
            Vector512<float> y1 = Pair(ref right, (2 * columns) + k, columns);
            Vector512<float> y2 = Pair(ref right, (4 * columns) + k, columns);
            Vector512<float> y3 = Pair(ref right, (6 * columns) + k, columns);
            Vector512<float> x = Twice(ref left, k);
            a0 = Vector512.FusedMultiplyAdd(x, y0, a0);
            a1 = Vector512.FusedMultiplyAdd(x, y1, a1);
            a2 = Vector512.FusedMultiplyAdd(x, y2, a2);
            a3 = Vector512.FusedMultiplyAdd(x, y3, a3);
            x = Twice(ref left, columns + k);
            b0 = Vector512.FusedMultiplyAdd(x, y0, b0);
            b1 = Vector512.FusedMultiplyAdd(x, y1, b1);
            b2 = Vector512.FusedMultiplyAdd(x, y2, b2);
            b3 = Vector512.FusedMultiplyAdd(x, y3, b3);
            x = Twice(ref left, (2 * columns) + k);
            c0 = Vector512.FusedMultiplyAdd(x, y0, c0);
            c1 = Vector512.FusedMultiplyAdd(x, y1, c1);
            c2 = Vector512.FusedMultiplyAdd(x, y2, c2);
            c3 = Vector512.FusedMultiplyAdd(x, y3, c3);
            x = Twice(ref left, (3 * columns) + k);
            d0 = Vector512.FusedMultiplyAdd(x, y0, d0);
            d1 = Vector512.FusedMultiplyAdd(x, y1, d1);
            d2 = Vector512.FusedMultiplyAdd(x, y2, d2);
            d3 = Vector512.FusedMultiplyAdd(x, y3, d3);
        }

        Store(ref products, 0, a0, a1, a2, a3);
        Store(ref products, stride, b0, b1, b2, b3);
        Store(ref products, 2 * (nint)stride, c0, c1, c2, c3);
        Store(ref products, 3 * (nint)stride, d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Pair(ref float first, nint offset, nint apart)
    {
        ref float place = ref Unsafe.Add(ref first, offset);
        return Vector512.Create(
            Vector256.LoadUnsafe(ref place), Vector256.LoadUnsafe(ref Unsafe.Add(ref place, apart)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Twice(ref float first, nint offset)
    {
        Vector256<float> half = Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));
        return Vector512.Create(half, half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        ref float products, nint offset, Vector512<float> s0, Vector512<float> s1, Vector512<float> s2,
        Vector512<float> s3)
    {
        ref float place = ref Unsafe.Add(ref products, offset);
        Sums(s0, s1).StoreUnsafe(ref place);
        Sums(s2, s3).StoreUnsafe(ref Unsafe.Add(ref place, Vector128<float>.Count));
    }

    /// <summary>The four products of two pairs: both halves of each accumulator added, then its lanes in
    /// order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sums(Vector512<float> first, Vector512<float> second)
    {
        Vector128<float> h0 = Folded(first.GetLower()), h1 = Folded(first.GetUpper());
        Vector128<float> h2 = Folded(second.GetLower()), h3 = Folded(second.GetUpper());
        Vector128<float> low01 = Sse.UnpackLow(h0, h1), low23 = Sse.UnpackLow(h2, h3);
        Vector128<float> high01 = Sse.UnpackHigh(h0, h1), high23 = Sse.UnpackHigh(h2, h3);
        return Sse.MoveLowToHigh(low01, low23) + Sse.MoveHighToLow(low23, low01)
            + Sse.MoveLowToHigh(high01, high23) + Sse.MoveHighToLow(high23, high01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Folded(Vector256<float> sums) => sums.GetLower() + sums.GetUpper();
}
