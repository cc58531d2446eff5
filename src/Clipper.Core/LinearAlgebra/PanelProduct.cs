using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clipper.Core.LinearAlgebra;

/// <summary>The inner loop of large matrix products: a tile of sums that stays in registers while the right factor,
/// packed into panels, streams by. Every sum runs over k in order with one rounding a step, so it has the same bits in
/// any tile and for any vector width.</summary>
internal static class PanelProduct
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 8;

    /// <summary>Numbers in a row of a panel: two 512-bit vectors, on every machine.</summary>
    public static int Width<T>()
        where T : unmanaged => 2 * Vector512<T>.Count;

    /// <summary><paramref name="size"/> rounded up to whole <paramref name="step"/>s.</summary>
    public static int RoundUp(int size, int step) => (size + step - 1) / step * step;

    /// <summary>sums[r, j] += Σₖ left(r, k) · panel[k, j] for 8 rows r.</summary>
    /// <param name="left">Element (0, 0) of the left factor.</param>
    /// <param name="steps">Where its other elements lie.</param>
    /// <param name="panel">Rows k of <see cref="Width"/> numbers, one after the other.</param>
    /// <param name="sums">Element (0, 0) of the result.</param>
    /// <param name="stride">From one row of the result to the next.</param>
    /// <param name="isHalf">Only the first half of the panel's columns is wanted.</param>
    public static void AddTile<T>(
        ref T left, in LeftSteps steps, ref T panel, ref T sums, int stride, bool isHalf)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            AddNarrow(ref left, steps, ref panel, ref sums, stride, isHalf);
        }
        else if (isHalf)
        {
            AddHalf(ref left, steps, ref panel, ref sums, stride);
        }
        else
        {
            AddWhole(ref left, steps, ref panel, ref sums, stride);
        }
    }

    private static void AddWhole<T>(ref T left, in LeftSteps steps, ref T panel, ref T sums, nint stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<T> a4 = default, a5 = default, a6 = default, a7 = default;
        Vector512<T> b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<T> b4 = default, b5 = default, b6 = default, b7 = default;
        nint row = steps.Row;
        nint inner = steps.Inner;
        for (int outer = 0; outer < steps.Outers; outer++)
        {
            ref T top = ref Unsafe.Add(ref left, outer * (nint)steps.Outer);
            ref T low = ref Unsafe.Add(ref top, 4 * row);
            for (int k = 0; k < steps.Inners; k++)
            {
                var first = Vector512.LoadUnsafe(ref panel);
                var second = Vector512.LoadUnsafe(ref panel, (nuint)Vector512<T>.Count);
                Add(ref a0, ref b0, top, first, second);
                Add(ref a1, ref b1, Unsafe.Add(ref top, row), first, second);
                Add(ref a2, ref b2, Unsafe.Add(ref top, 2 * row), first, second);
                Add(ref a3, ref b3, Unsafe.Add(ref top, 3 * row), first, second);
                Add(ref a4, ref b4, low, first, second);
                Add(ref a5, ref b5, Unsafe.Add(ref low, row), first, second);
                Add(ref a6, ref b6, Unsafe.Add(ref low, 2 * row), first, second);
                Add(ref a7, ref b7, Unsafe.Add(ref low, 3 * row), first, second);
                panel = ref Unsafe.Add(ref panel, 2 * Vector512<T>.Count);
                top = ref Unsafe.Add(ref top, inner);
                low = ref Unsafe.Add(ref low, inner);
            }
        }

        AddTo(ref sums, 0, a0, b0);
        AddTo(ref sums, stride, a1, b1);
        AddTo(ref sums, 2 * stride, a2, b2);
        AddTo(ref sums, 3 * stride, a3, b3);
        AddTo(ref sums, 4 * stride, a4, b4);
        AddTo(ref sums, 5 * stride, a5, b5);
        AddTo(ref sums, 6 * stride, a6, b6);
        AddTo(ref sums, 7 * stride, a7, b7);
    }

    private static void AddHalf<T>(ref T left, in LeftSteps steps, ref T panel, ref T sums, nint stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector512<T> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<T> a4 = default, a5 = default, a6 = default, a7 = default;
        nint row = steps.Row;
        nint inner = steps.Inner;
        for (int outer = 0; outer < steps.Outers; outer++)
        {
            ref T top = ref Unsafe.Add(ref left, outer * (nint)steps.Outer);
            ref T low = ref Unsafe.Add(ref top, 4 * row);
            for (int k = 0; k < steps.Inners; k++)
            {
                var first = Vector512.LoadUnsafe(ref panel);
                a0 = MultiplyAdd(Vector512.Create(top), first, a0);
                a1 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref top, row)), first, a1);
                a2 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref top, 2 * row)), first, a2);
                a3 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref top, 3 * row)), first, a3);
                a4 = MultiplyAdd(Vector512.Create(low), first, a4);
                a5 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref low, row)), first, a5);
                a6 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref low, 2 * row)), first, a6);
                a7 = MultiplyAdd(Vector512.Create(Unsafe.Add(ref low, 3 * row)), first, a7);
                panel = ref Unsafe.Add(ref panel, 2 * Vector512<T>.Count);
                top = ref Unsafe.Add(ref top, inner);
                low = ref Unsafe.Add(ref low, inner);
            }
        }

        AddTo(ref sums, 0, a0);
        AddTo(ref sums, stride, a1);
        AddTo(ref sums, 2 * stride, a2);
        AddTo(ref sums, 3 * stride, a3);
        AddTo(ref sums, 4 * stride, a4);
        AddTo(ref sums, 5 * stride, a5);
        AddTo(ref sums, 6 * stride, a6);
        AddTo(ref sums, 7 * stride, a7);
    }

    /// <summary>The same in 256-bit vectors: sixteen registers hold 4 rows of two.</summary>
    private static void AddNarrow<T>(
        ref T left, in LeftSteps steps, ref T panel, ref T sums, nint stride, bool isHalf)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int step = 2 * Vector256<T>.Count;
        for (int row = 0; row < Rows; row += 4)
        {
            for (int column = 0; column < (isHalf ? 1 : 2) * Vector512<T>.Count; column += step)
            {
                AddNarrow(
                    ref Unsafe.Add(ref left, row * steps.Row),
                    steps,
                    ref Unsafe.Add(ref panel, column),
                    ref Unsafe.Add(ref sums, (row * stride) + column),
                    stride);
            }
        }
    }

    private static void AddNarrow<T>(ref T left, in LeftSteps steps, ref T panel, ref T sums, nint stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector256<T> b0 = default, b1 = default, b2 = default, b3 = default;
        nint row = steps.Row;
        nint inner = steps.Inner;
        for (int outer = 0; outer < steps.Outers; outer++)
        {
            ref T top = ref Unsafe.Add(ref left, outer * (nint)steps.Outer);
            for (int k = 0; k < steps.Inners; k++)
            {
                var first = Vector256.LoadUnsafe(ref panel);
                var second = Vector256.LoadUnsafe(ref panel, (nuint)Vector256<T>.Count);
                Add(ref a0, ref b0, top, first, second);
                Add(ref a1, ref b1, Unsafe.Add(ref top, row), first, second);
                Add(ref a2, ref b2, Unsafe.Add(ref top, 2 * row), first, second);
                Add(ref a3, ref b3, Unsafe.Add(ref top, 3 * row), first, second);
                panel = ref Unsafe.Add(ref panel, 2 * Vector512<T>.Count);
                top = ref Unsafe.Add(ref top, inner);
            }
        }

        AddTo(ref sums, 0, a0, b0);
        AddTo(ref sums, stride, a1, b1);
        AddTo(ref sums, 2 * stride, a2, b2);
        AddTo(ref sums, 3 * stride, a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(
        ref Vector512<T> a, ref Vector512<T> b, T left, Vector512<T> first, Vector512<T> second)
        where T : unmanaged
    {
        var all = Vector512.Create(left);
        a = MultiplyAdd(all, first, a);
        b = MultiplyAdd(all, second, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<T>(
        ref Vector256<T> a, ref Vector256<T> b, T left, Vector256<T> first, Vector256<T> second)
        where T : unmanaged
    {
        var all = Vector256.Create(left);
        a = MultiplyAdd(all, first, a);
        b = MultiplyAdd(all, second, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo<T>(ref T sums, nint offset, Vector512<T> a)
        where T : unmanaged
    {
        ref T place = ref Unsafe.Add(ref sums, offset);
        (Vector512.LoadUnsafe(ref place) + a).StoreUnsafe(ref place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo<T>(ref T sums, nint offset, Vector512<T> a, Vector512<T> b)
        where T : unmanaged
    {
        AddTo(ref sums, offset, a);
        AddTo(ref sums, offset + Vector512<T>.Count, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo<T>(ref T sums, nint offset, Vector256<T> a, Vector256<T> b)
        where T : unmanaged
    {
        ref T place = ref Unsafe.Add(ref sums, offset);
        (Vector256.LoadUnsafe(ref place) + a).StoreUnsafe(ref place);
        ref T next = ref Unsafe.Add(ref place, Vector256<T>.Count);
        (Vector256.LoadUnsafe(ref next) + b).StoreUnsafe(ref next);
    }

    /// <summary>x · y + sum with one rounding; there is no generic form of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> MultiplyAdd<T>(Vector512<T> x, Vector512<T> y, Vector512<T> sum) =>
        typeof(T) == typeof(float)
            ? Vector512.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), sum.AsSingle()).As<float, T>()
            : Vector512.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), sum.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> MultiplyAdd<T>(Vector256<T> x, Vector256<T> y, Vector256<T> sum) =>
        typeof(T) == typeof(float)
            ? Vector256.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), sum.AsSingle()).As<float, T>()
            : Vector256.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), sum.AsDouble()).As<double, T>();
}
