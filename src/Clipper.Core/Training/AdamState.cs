using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Training;

/// <summary>Adam as Keras has it, on padded weights [classes, d], its gradient made on the way:
/// <code>
/// g = Σ_b e[b, c] · x[b]      e: derivative of the loss by the logits
/// m += (g − m)·(1 − β₁),  v += (g² − v)·(1 − β₂)
/// w −= α_t · m / (√v + ε),  α_t = lr·√(1 − β₂ᵗ) / (1 − β₁ᵗ)
/// </code>
/// with β₁ = 0.9, β₂ = 0.999, ε = 1e-7. Unlike PyTorch's, ε is not bias-corrected. Every weight depends on numbers of
/// its own column and its own k alone, added in the order of the batch.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class AdamState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-7;

    private readonly double _learningRate;
    private readonly T[] _first;
    private readonly T[] _second;
    private int _steps;

    /// <summary>Before the first step.</summary>
    /// <param name="size">Number of weights, padding included.</param>
    /// <param name="learningRate">lr.</param>
    public AdamState(int size, double learningRate)
    {
        _learningRate = learningRate;
        _first = new T[size];
        _second = new T[size];
    }

    /// <summary>One step.</summary>
    /// <param name="weights">Padded weights [classes, d]; changed.</param>
    /// <param name="batch">Padded rows [b, d].</param>
    /// <param name="errors">Derivatives by the logits [b, classes].</param>
    public void Step(Matrix<T> weights, MatrixView<T> batch, ReadOnlySpan<T> errors)
    {
        _steps++;
        double rate = _learningRate * Math.Sqrt(1 - Math.Pow(Beta2, _steps)) / (1 - Math.Pow(Beta1, _steps));
        var alpha = Vector256.Create(T.CreateTruncating(rate));
        for (int c = 0; c < weights.Rows; c++)
        {
            StepColumn(weights, c, batch, errors, alpha);
        }
    }

    // Two vectors at a time share the error that both are multiplied by.
    private void StepColumn(
        Matrix<T> weights, int c, MatrixView<T> batch, ReadOnlySpan<T> errors, Vector256<T> alpha)
    {
        int offset = c * weights.Columns;
        ref T w = ref MemoryMarshal.GetReference(weights.Row(c));
        ref T m = ref MemoryMarshal.GetReference(_first.AsSpan(offset, weights.Columns));
        ref T v = ref MemoryMarshal.GetReference(_second.AsSpan(offset, weights.Columns));
        ref T x = ref MemoryMarshal.GetReference(batch.Values);
        for (nuint k = 0; k < (nuint)weights.Columns; k += 2 * (nuint)Vector256<T>.Count)
        {
            Vector256<T> low = Vector256<T>.Zero;
            Vector256<T> high = Vector256<T>.Zero;
            for (int b = 0; b < batch.Rows; b++)
            {
                var error = Vector256.Create(errors[(b * weights.Rows) + c]);
                nuint place = ((nuint)b * (nuint)weights.Columns) + k;
                low = FusedVector.MultiplyAdd(error, Vector256.LoadUnsafe(ref x, place), low);
                high = FusedVector.MultiplyAdd(
                    error, Vector256.LoadUnsafe(ref x, place + (nuint)Vector256<T>.Count), high);
            }

            Update(ref w, ref m, ref v, k, low, alpha);
            Update(ref w, ref m, ref v, k + (nuint)Vector256<T>.Count, high, alpha);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Update(
        ref T weights, ref T first, ref T second, nuint k, Vector256<T> gradient, Vector256<T> alpha)
    {
        Vector256<T> m = Vector256.LoadUnsafe(ref first, k);
        Vector256<T> v = Vector256.LoadUnsafe(ref second, k);
        m = FusedVector.MultiplyAdd(gradient - m, Vector256.Create(T.CreateTruncating(1 - Beta1)), m);
        v = FusedVector.MultiplyAdd(
            (gradient * gradient) - v, Vector256.Create(T.CreateTruncating(1 - Beta2)), v);
        Vector256<T> root = Vector256.Sqrt(v) + Vector256.Create(T.CreateTruncating(Epsilon));
        m.StoreUnsafe(ref first, k);
        v.StoreUnsafe(ref second, k);
        (Vector256.LoadUnsafe(ref weights, k) - (alpha * m / root)).StoreUnsafe(ref weights, k);
    }
}
