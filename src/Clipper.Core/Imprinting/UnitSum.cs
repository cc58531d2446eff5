using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>Σ x / ‖x‖ over rows of embeddings, in double and in the order of the rows. Each number of the sum depends
/// on its column and the norms alone, so vectors of any width give the same bits.</summary>
internal static class UnitSum
{
    private const int Lanes = 8; // doubles in the widest vector, and what SquareSum adds at a time
    private const int Ahead = 2 * RowQuad.Count; // memory answers after about the time that four rows take
    private const int Line = 16; // floats in a line of the cache

    /// <summary>Adds unit rows to <paramref name="sum"/>.</summary>
    /// <param name="embeddings">All rows.</param>
    /// <param name="order">Rows to add, in this order, and behind them those that will be read next: they are fetched
    /// meanwhile, as no prefetcher of a processor can know them.</param>
    /// <param name="count">How many are added.</param>
    /// <param name="sum">Receives the sum; as long as a row.</param>
    /// <param name="wide">Room for a row.</param>
    /// <exception cref="NonFiniteException">A row holds a NaN or an infinity.</exception>
    public static void Add<T>(
        MatrixView<T> embeddings, ReadOnlySpan<int> order, int count, Span<double> sum, Span<double> wide)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float) && Avx512F.IsSupported && sum.Length % Lanes == 0)
        {
            var rows = new MatrixView<float>(
                MemoryMarshal.Cast<T, float>(embeddings.Values), embeddings.Rows, embeddings.Columns);
            for (int done = 0; done < count; done += RowQuad.Count)
            {
                AddQuad(rows, order[done..], Math.Min(RowQuad.Count, count - done), sum);
            }

            return;
        }

        foreach (int row in order[..count])
        {
            double norm = UnitRows.Widen(embeddings, row, wide);
            AddScaled(wide, norm, sum);
        }
    }

    /// <summary>sum += row / norm, as row · (1 / norm) with one rounding more.</summary>
    public static void AddScaled(ReadOnlySpan<double> row, double norm, Span<double> sum) =>
        TensorPrimitives.FusedMultiplyAdd(row, 1 / norm, sum, sum);

    /// <summary>The unit vector along <paramref name="sum"/>, which is used up.</summary>
    public static void Finish<T>(Span<double> sum, Span<T> unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Divide(sum, UnitRows.NormOf(SquareSum.Of<double>(sum)), sum);
        TensorPrimitives.ConvertTruncating<double, T>(sum, unit);
    }

    /// <summary>Four rows at a time: their norms do not wait for each other, and the sum is read and written once.
    /// Where there are fewer, the last one stands in again, times 0, which leaves the sum as it is.</summary>
    private static void AddQuad(MatrixView<float> embeddings, ReadOnlySpan<int> order, int count, Span<double> sum)
    {
        Span<double> squares = stackalloc double[RowQuad.Count * Lanes];
        Span<double> factors = stackalloc double[RowQuad.Count];
        var quad = new RowQuad(embeddings, order[..count], 0);
        var next = new RowQuad(embeddings, order, Ahead);
        Square(quad, next, sum.Length, squares);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> lanes = squares.Slice(i * Lanes, Lanes);
            double sum0 = lanes[0] + lanes[4], sum1 = lanes[1] + lanes[5];
            double sum2 = lanes[2] + lanes[6], sum3 = lanes[3] + lanes[7];
            factors[i] = 1 / UnitRows.NormOf(embeddings.Row(order[i]), order[i], sum0 + sum1 + sum2 + sum3);
        }

        AddScaled(quad, next, factors, sum);
    }

    // As SquareSum: its two 256-bit accumulators are the halves of these. A method of its own, like the next one, as
    // the runtime keeps no vector in a register where another method is called.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Square(in RowQuad quad, in RowQuad next, int length, Span<double> squares)
    {
        ref float x0 = ref quad.Row0, x1 = ref quad.Row1, x2 = ref quad.Row2, x3 = ref quad.Row3;
        ref float next0 = ref next.Row0, next1 = ref next.Row1;
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < length; k += Lanes)
        {
            Fetch(ref next0, ref next1, k, length);
            Vector512<double> x = Wide(ref x0, k);
            s0 = Vector512.FusedMultiplyAdd(x, x, s0);
            x = Wide(ref x1, k);
            s1 = Vector512.FusedMultiplyAdd(x, x, s1);
            x = Wide(ref x2, k);
            s2 = Vector512.FusedMultiplyAdd(x, x, s2);
            x = Wide(ref x3, k);
            s3 = Vector512.FusedMultiplyAdd(x, x, s3);
        }

        s0.CopyTo(squares);
        s1.CopyTo(squares[Lanes..]);
        s2.CopyTo(squares[(2 * Lanes)..]);
        s3.CopyTo(squares[(3 * Lanes)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(in RowQuad quad, in RowQuad next, ReadOnlySpan<double> factors, Span<double> sum)
    {
        ref float x0 = ref quad.Row0, x1 = ref quad.Row1, x2 = ref quad.Row2, x3 = ref quad.Row3;
        ref float next2 = ref next.Row2, next3 = ref next.Row3;
        var f0 = Vector512.Create(factors[0]);
        var f1 = Vector512.Create(factors[1]);
        var f2 = Vector512.Create(factors[2]);
        var f3 = Vector512.Create(factors[3]);
        ref double total = ref MemoryMarshal.GetReference(sum);
        int length = sum.Length;
        for (int k = 0; k < length; k += Lanes)
        {
            Fetch(ref next2, ref next3, k, length);
            var part = Vector512.LoadUnsafe(ref total, (nuint)k);
            part = Vector512.FusedMultiplyAdd(Wide(ref x0, k), f0, part);
            part = Vector512.FusedMultiplyAdd(Wide(ref x1, k), f1, part);
            part = Vector512.FusedMultiplyAdd(Wide(ref x2, k), f2, part);
            part = Vector512.FusedMultiplyAdd(Wide(ref x3, k), f3, part);
            part.StoreUnsafe(ref total, (nuint)k);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Wide(ref float row, int k) =>
        Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref row, (nuint)k));

    /// <summary>Over a pass, asks for all lines of two rows, from both ends to the middle: what a prefetcher of the
    /// processor then fetches of its own accord, as it sees lines in a row, are lines of the row again and not those
    /// behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Fetch(ref float row, ref float other, int k, int length)
    {
        if (k % (2 * Line) == 0)
        {
            nint front = k >> 1;
            nint back = length - 1 - front;
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref row, front)));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref other, front)));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref row, back)));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref other, back)));
        }
    }
}
