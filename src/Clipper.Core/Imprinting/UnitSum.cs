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
    private const int Group = 4;

    /// <summary>Adds unit rows to <paramref name="sum"/>.</summary>
    /// <param name="embeddings">All rows.</param>
    /// <param name="rows">Which are added, in this order.</param>
    /// <param name="sum">Receives the sum; as long as a row.</param>
    /// <param name="wide">Room for a row.</param>
    /// <exception cref="NonFiniteException">A row holds a NaN or an infinity.</exception>
    public static void Add<T>(MatrixView<T> embeddings, ReadOnlySpan<int> rows, Span<double> sum, Span<double> wide)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int done = 0;
        if (typeof(T) == typeof(float) && Avx512F.IsSupported && sum.Length % Lanes == 0)
        {
            for (; done + Group <= rows.Length; done += Group)
            {
                AddGroup(embeddings, rows.Slice(done, Group), sum);
            }
        }

        foreach (int row in rows[done..])
        {
            double norm = UnitRows.Widen(embeddings, row, wide);
            TensorPrimitives.MultiplyAdd(wide, 1 / norm, sum, sum);
        }
    }

    // Four rows at a time: their norms do not wait for each other, and the sum is read and written once.
    private static void AddGroup<T>(MatrixView<T> embeddings, ReadOnlySpan<int> rows, Span<double> sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref float x0 = ref First(embeddings, rows[0]);
        ref float x1 = ref First(embeddings, rows[1]);
        ref float x2 = ref First(embeddings, rows[2]);
        ref float x3 = ref First(embeddings, rows[3]);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < sum.Length; k += Lanes)
        {
            s0 = AddSquare(Wide(ref x0, k), s0);
            s1 = AddSquare(Wide(ref x1, k), s1);
            s2 = AddSquare(Wide(ref x2, k), s2);
            s3 = AddSquare(Wide(ref x3, k), s3);
        }

        var f0 = Vector512.Create(Factor(embeddings, rows[0], s0));
        var f1 = Vector512.Create(Factor(embeddings, rows[1], s1));
        var f2 = Vector512.Create(Factor(embeddings, rows[2], s2));
        var f3 = Vector512.Create(Factor(embeddings, rows[3], s3));
        ref double total = ref MemoryMarshal.GetReference(sum);
        for (int k = 0; k < sum.Length; k += Lanes)
        {
            Vector512<double> part = (Wide(ref x0, k) * f0) + Vector512.LoadUnsafe(ref total, (nuint)k);
            part = (Wide(ref x1, k) * f1) + part;
            part = (Wide(ref x2, k) * f2) + part;
            part = (Wide(ref x3, k) * f3) + part;
            part.StoreUnsafe(ref total, (nuint)k);
        }
    }

    private static ref float First<T>(MatrixView<T> embeddings, int row)
        where T : unmanaged =>
        ref MemoryMarshal.GetReference(MemoryMarshal.Cast<T, float>(embeddings.Row(row)));

    // As SquareSum: its two 256-bit accumulators are the halves of this one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddSquare(Vector512<double> x, Vector512<double> sum) =>
        Vector512.FusedMultiplyAdd(x, x, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Wide(ref float row, int k) =>
        Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref row, (nuint)k));

    private static double Factor<T>(MatrixView<T> embeddings, int row, Vector512<double> squares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<double> lanes = squares.GetLower() + squares.GetUpper();
        return 1 / UnitRows.NormOf(embeddings.Row(row), row, lanes[0] + lanes[1] + lanes[2] + lanes[3]);
    }
}
