using System.Numerics;
using System.Numerics.Tensors;

namespace Clipper.Core.Imprinting;

/// <summary>Turns logits into scores in place. Exponentials are taken in double over blocks padded to whole vectors, so
/// that a score never depends on where in a batch its row stands.</summary>
internal static class HeadScores
{
    private const int Block = 256;

    /// <summary>Doubles in the widest vector; a shorter rest would be computed by another routine.</summary>
    private const int Lanes = 8;

    /// <summary>σ(z) = 1 / (1 + e^−z); 0 for −∞.</summary>
    public static void Sigmoid<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> wide = stackalloc double[Block];
        for (int first = 0; first < values.Length; first += Block)
        {
            Span<T> part = values.Slice(first, Math.Min(Block, values.Length - first));
            Span<double> padded = Widen(part, wide);
            TensorPrimitives.Sigmoid(padded, padded);
            TensorPrimitives.ConvertTruncating(padded[..part.Length], part);
        }
    }

    /// <summary>e^(zᵢ − max) / Σⱼ e^(zⱼ − max) over each row of <paramref name="classes"/> numbers; 0 for −∞, also
    /// where the whole row is.</summary>
    public static void Softmax<T>(Span<T> values, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Math.Max(1, Block / Math.Max(1, classes));
        var wide = new double[(rows * classes) + Lanes];
        for (int first = 0; first < values.Length; first += rows * classes)
        {
            Span<T> part = values.Slice(first, Math.Min(rows * classes, values.Length - first));
            Span<double> padded = Widen(part, wide);
            SubtractGreatest(padded[..part.Length], classes);
            TensorPrimitives.Exp(padded, padded);
            DivideBySum(padded[..part.Length], classes);
            TensorPrimitives.ConvertTruncating(padded[..part.Length], part);
        }
    }

    private static void SubtractGreatest(Span<double> values, int classes)
    {
        for (int first = 0; first < values.Length; first += classes)
        {
            Span<double> row = values.Slice(first, classes);
            double greatest = double.NegativeInfinity;
            foreach (double value in row)
            {
                greatest = Math.Max(greatest, value);
            }

            // A row of nothing but −∞ stays as it is.
            TensorPrimitives.Subtract(row, double.IsNegativeInfinity(greatest) ? 0 : greatest, row);
        }
    }

    private static void DivideBySum(Span<double> values, int classes)
    {
        for (int first = 0; first < values.Length; first += classes)
        {
            Span<double> row = values.Slice(first, classes);
            double sum = 0;
            foreach (double value in row)
            {
                sum += value; // in column order
            }

            TensorPrimitives.Divide(row, sum == 0 ? 1 : sum, row);
        }
    }

    /// <summary>Copies <paramref name="values"/> into the front of <paramref name="wide"/>, zeros up to a whole
    /// vector.</summary>
    private static Span<double> Widen<T>(ReadOnlySpan<T> values, Span<double> wide)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = (values.Length + Lanes - 1) / Lanes * Lanes;
        TensorPrimitives.ConvertTruncating(values, wide);
        wide[values.Length..length].Clear();
        return wide[..length];
    }
}
