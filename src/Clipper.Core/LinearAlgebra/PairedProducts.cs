using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Core.LinearAlgebra;

/// <summary>The inner products of <see cref="RowProducts"/> in 512-bit vectors, with the same bits: each half of a
/// vector is the 256-bit accumulator of one product, so that two products take one instruction. Pairs of right rows are
/// laid side by side first, a panel of eight rows at a time, which stays in the first-level cache.</summary>
internal static unsafe class PairedProducts
{
    private const int LeftBlock = 4;
    private const int RightBlock = 8;
    private const int Lanes = 8; // of the accumulator of one product
    private const int Pair = 2 * Lanes;
    private const int Step = RightBlock * Lanes; // numbers of a panel for as many k as there are lanes

    /// <summary>Whether matrices of these shapes can be multiplied so.</summary>
    public static bool CanCompute(int leftRows, int rightRows, int columns) =>
        Avx512F.IsSupported && leftRows >= LeftBlock && rightRows >= RightBlock && columns % Lanes == 0;

    /// <summary>products[i, j] = Σₖ left[i, k] · right[j, k]. The last blocks begin early enough to be whole ones, and
    /// write some numbers a second time.</summary>
    public static void Compute(MatrixView<float> left, MatrixView<float> right, Span<float> products)
    {
        using var panel = new AlignedBuffer<float>(RightBlock * right.Columns);
        fixed (float* x = left.Values, y = right.Values, z = products)
        {
            for (int j = 0; j < right.Rows; j += RightBlock)
            {
                int column = Math.Min(j, right.Rows - RightBlock);
                Pack(y + ((nint)column * right.Columns), right.Columns, panel.Start);
                for (int i = 0; i < left.Rows; i += LeftBlock)
                {
                    nint row = Math.Min(i, left.Rows - LeftBlock);
                    float* place = z + (row * right.Rows) + column;
                    ComputeTile(x + (row * left.Columns), left.Columns, panel.Start, place, right.Rows);
                }
            }
        }
    }

    /// <summary>Eight numbers of each of eight rows, then the next eight of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pack(float* rows, nint columns, float* panel)
    {
        for (int row = 0; row < RightBlock; row++)
        {
            float* place = panel + (row * Lanes);
            for (float* end = rows + columns; rows < end; rows += Lanes)
            {
                Vector256.Load(rows).Store(place);
                place += Step;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ComputeTile(float* left, nint columns, float* panel, float* products, nint stride)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
        Vector512<float> d0 = default, d1 = default, d2 = default, d3 = default;
        float* low = left + (2 * columns);
        for (float* end = left + columns; left < end; left += Lanes)
        {
            var y0 = Vector512.Load(panel);
            var y1 = Vector512.Load(panel + Pair);
            var y2 = Vector512.Load(panel + (2 * Pair));
            var y3 = Vector512.Load(panel + (3 * Pair));
            Vector512<float> x = Twice(left);
            a0 = Vector512.FusedMultiplyAdd(x, y0, a0);
            a1 = Vector512.FusedMultiplyAdd(x, y1, a1);
            a2 = Vector512.FusedMultiplyAdd(x, y2, a2);
            a3 = Vector512.FusedMultiplyAdd(x, y3, a3);
            x = Twice(left + columns);
            b0 = Vector512.FusedMultiplyAdd(x, y0, b0);
            b1 = Vector512.FusedMultiplyAdd(x, y1, b1);
            b2 = Vector512.FusedMultiplyAdd(x, y2, b2);
            b3 = Vector512.FusedMultiplyAdd(x, y3, b3);
            x = Twice(low);
            c0 = Vector512.FusedMultiplyAdd(x, y0, c0);
            c1 = Vector512.FusedMultiplyAdd(x, y1, c1);
            c2 = Vector512.FusedMultiplyAdd(x, y2, c2);
            c3 = Vector512.FusedMultiplyAdd(x, y3, c3);
            x = Twice(low + columns);
            d0 = Vector512.FusedMultiplyAdd(x, y0, d0);
            d1 = Vector512.FusedMultiplyAdd(x, y1, d1);
            d2 = Vector512.FusedMultiplyAdd(x, y2, d2);
            d3 = Vector512.FusedMultiplyAdd(x, y3, d3);
            low += Lanes;
            panel += Step;
        }

        Store(products, stride, Folded(a0, a1), Folded(a2, a3), Folded(b0, b1), Folded(b2, b3));
        Store(products + (2 * stride), stride, Folded(c0, c1), Folded(c2, c3), Folded(d0, d1), Folded(d2, d3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Twice(float* numbers) =>
        Avx512F.BroadcastVector256ToVector512((double*)numbers).AsSingle();

    /// <summary>The upper half of each product's accumulator added to the lower one: four quarters, of products 0 to
    /// 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Folded(Vector512<float> first, Vector512<float> second) =>
        Avx512F.Shuffle4x128(first, second, 0b10_00_10_00) + Avx512F.Shuffle4x128(first, second, 0b11_01_11_01);

    /// <summary>Adds the four lanes of each quarter in order, and writes a row of eight products (two vectors of
    /// quarters) and below it the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        float* products, nint stride, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        Vector512<double> ab = Avx512F.UnpackLow(a, b).AsDouble(), cd = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> abHigh = Avx512F.UnpackHigh(a, b).AsDouble(), cdHigh = Avx512F.UnpackHigh(c, d).AsDouble();
        Vector512<float> sums = Avx512F.UnpackLow(ab, cd).AsSingle() + Avx512F.UnpackHigh(ab, cd).AsSingle()
            + Avx512F.UnpackLow(abHigh, cdHigh).AsSingle() + Avx512F.UnpackHigh(abHigh, cdHigh).AsSingle();
        var order = Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        Vector512<float> rows = Avx512F.PermuteVar16x32(sums, order);
        rows.GetLower().Store(products);
        rows.GetUpper().Store(products + stride);
    }
}
