using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>Σ x / ‖x‖ over rows of embeddings, in double and in the order of the rows, x · (1 / ‖x‖) added with one
/// rounding. Each number of the sum depends on its column and the norms alone, so vectors of any width give the same
/// bits.</summary>
/// <remarks>The methods are compiled at once as well as they can be: an imprinting is over before the runtime would
/// think of it.</remarks>
internal static unsafe class UnitSum
{
    private const int Lanes = 8; // doubles in the widest vector, and what SquareSum adds at a time
    private const int Ahead = 2 * RowQuad.Count; // memory answers after about the time that four rows take
    private const int FarAhead = 6 * RowQuad.Count; // and so do the tables that say where a page lies

    /// <summary>Adds unit rows to <paramref name="sum"/>.</summary>
    /// <param name="embeddings">All rows.</param>
    /// <param name="order">Rows to add, in this order, and behind them those that will be read next: they are fetched
    /// meanwhile, as no prefetcher of a processor can know them.</param>
    /// <param name="count">How many are added.</param>
    /// <param name="sum">Receives the sum; as long as a row.</param>
    /// <param name="wide">Room for a row.</param>
    /// <exception cref="NonFiniteException">A row holds a NaN or an infinity.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<T>(
        MatrixView<T> embeddings, ReadOnlySpan<int> order, int count, Span<double> sum, Span<double> wide)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float) && Avx512F.IsSupported && sum.Length % Lanes == 0)
        {
            fixed (float* rows = MemoryMarshal.Cast<T, float>(embeddings.Values))
            {
                for (int done = 0; done < count; done += RowQuad.Count)
                {
                    AddQuad(rows, order[done..], Math.Min(RowQuad.Count, count - done), sum);
                }
            }

            return;
        }

        foreach (int row in order[..count])
        {
            double norm = UnitRows.Widen(embeddings, row, wide);
            AddScaled(wide, norm, sum);
        }
    }

    /// <summary>sum += row · (1 / norm).</summary>
    public static void AddScaled(ReadOnlySpan<double> row, double norm, Span<double> sum) =>
        TensorPrimitives.FusedMultiplyAdd(row, 1 / norm, sum, sum);

    /// <summary>The unit vector along <paramref name="sum"/>: each number times 1 / ‖sum‖.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish<T>(ReadOnlySpan<double> sum, Span<T> unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double factor = 1 / UnitRows.NormOf(SquareSum.Of(sum));
        int k = 0;
        if (typeof(T) == typeof(float) && Avx512F.IsSupported)
        {
            Span<float> singles = MemoryMarshal.Cast<T, float>(unit);
            for (; k <= sum.Length - Lanes; k += Lanes)
            {
                Vector512<double> scaled = Vector512.Create(sum.Slice(k, Lanes)) * factor;
                Avx512F.ConvertToVector256Single(scaled).CopyTo(singles[k..]);
            }
        }

        for (; k < sum.Length; k++)
        {
            unit[k] = T.CreateTruncating(sum[k] * factor);
        }
    }

    /// <summary>Four rows at a time: their norms do not wait for each other, and the sum is read and written once.
    /// Where there are fewer, the last one stands in again, times 0, which leaves the sum as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddQuad(float* rows, ReadOnlySpan<int> order, int count, Span<double> sum)
    {
        int columns = sum.Length;
        double* squares = stackalloc double[RowQuad.Count * Lanes];
        double* factors = stackalloc double[RowQuad.Count];
        new RowQuad(rows, columns, order, FarAhead).FetchEnds(columns);
        var next = new RowQuad(rows, columns, order, Ahead);
        var quad = new RowQuad(rows, columns, order[..count], 0);
        Square(quad, next, columns, squares);
        for (int i = 0; i < count; i++)
        {
            double* lanes = squares + (i * Lanes);
            double first = lanes[0] + lanes[4], second = lanes[1] + lanes[5];
            double third = lanes[2] + lanes[6], fourth = lanes[3] + lanes[7];
            int row = order[i];
            var values = new ReadOnlySpan<float>(rows + ((nint)row * columns), columns);
            factors[i] = 1 / UnitRows.NormOf(values, row, first + second + third + fourth);
        }

        fixed (double* total = sum)
        {
            Add(quad, next, columns, factors, total);
        }
    }

    // As SquareSum: its two 256-bit accumulators are the halves of these. A method of its own, like the next one, as
    // the runtime keeps no vector in a register where another method is called.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Square(in RowQuad quad, in RowQuad next, int columns, double* squares)
    {
        float* x0 = quad.Row0, x1 = quad.Row1, x2 = quad.Row2, x3 = quad.Row3;
        float* next0 = next.Row0, next1 = next.Row1;
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < columns; k += Lanes)
        {
            RowQuad.Fetch(next0, next1, k, columns);
            Vector512<double> x = Wide(x0 + k);
            s0 = Vector512.FusedMultiplyAdd(x, x, s0);
            x = Wide(x1 + k);
            s1 = Vector512.FusedMultiplyAdd(x, x, s1);
            x = Wide(x2 + k);
            s2 = Vector512.FusedMultiplyAdd(x, x, s2);
            x = Wide(x3 + k);
            s3 = Vector512.FusedMultiplyAdd(x, x, s3);
        }

        s0.Store(squares);
        s1.Store(squares + Lanes);
        s2.Store(squares + (2 * Lanes));
        s3.Store(squares + (3 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(in RowQuad quad, in RowQuad next, int columns, double* factors, double* sum)
    {
        float* x0 = quad.Row0, x1 = quad.Row1, x2 = quad.Row2, x3 = quad.Row3;
        float* next2 = next.Row2, next3 = next.Row3;
        var f0 = Vector512.Create(factors[0]);
        var f1 = Vector512.Create(factors[1]);
        var f2 = Vector512.Create(factors[2]);
        var f3 = Vector512.Create(factors[3]);
        for (int k = 0; k < columns; k += Lanes)
        {
            RowQuad.Fetch(next2, next3, k, columns);
            var part = Vector512.Load(sum + k);
            part = Vector512.FusedMultiplyAdd(Wide(x0 + k), f0, part);
            part = Vector512.FusedMultiplyAdd(Wide(x1 + k), f1, part);
            part = Vector512.FusedMultiplyAdd(Wide(x2 + k), f2, part);
            part = Vector512.FusedMultiplyAdd(Wide(x3 + k), f3, part);
            part.Store(sum + k);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Wide(float* numbers) =>
        Avx512F.ConvertToVector512Double(Vector256.Load(numbers));
}
