using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Fused arithmetic on vectors of float or double.</summary>
internal static class FusedVector
{
    /// <summary>x · y + sum with one rounding; the runtime has no generic form of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd<T>(Vector256<T> x, Vector256<T> y, Vector256<T> sum)
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), sum.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), sum.AsDouble()).As<double, T>()
            : (x * y) + sum;
    }
}
