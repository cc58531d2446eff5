using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Σ xₖ² in double, whatever the type of the numbers is, in one pass and always in the same order: two 256-bit
/// accumulators over k, their lanes in order, then the last few k.</summary>
internal static class SquareSum
{
    private const int Step = 8;

    /// <summary>The squared L2 norm of <paramref name="values"/>; a square of a float32 is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<double> low = default, high = default;
        int whole = values.Length - (values.Length % Step);
        for (int k = 0; k < whole; k += Step)
        {
            (Vector256<double> first, Vector256<double> second) = Load(values.Slice(k, Step));
            low = Vector256.FusedMultiplyAdd(first, first, low);
            high = Vector256.FusedMultiplyAdd(second, second, high);
        }

        Vector256<double> sums = low + high;
        double sum = sums[0] + sums[1] + sums[2] + sums[3];
        foreach (T value in values[whole..])
        {
            double wide = double.CreateTruncating(value);
            sum += wide * wide;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> First, Vector256<double> Second) Load<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.Widen(Vector256.Create(MemoryMarshal.Cast<T, float>(values)));
        }

        if (typeof(T) == typeof(double))
        {
            ReadOnlySpan<double> wide = MemoryMarshal.Cast<T, double>(values);
            return (Vector256.Create(wide), Vector256.Create(wide[Vector256<double>.Count..]));
        }

        Span<double> converted = stackalloc double[Step];
        for (int k = 0; k < Step; k++)
        {
            converted[k] = double.CreateTruncating(values[k]);
        }

        ReadOnlySpan<double> both = converted;
        return (Vector256.Create(both), Vector256.Create(both[Vector256<double>.Count..]));
    }
}
