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
        var wide = new double[classes + Lanes];
        for (int first = 0; first < values.Length; first += classes)
        {
            Softmax(values.Slice(first, classes), wide);
        }
    }

    private static void Softmax<T>(Span<T> row, Span<double> wide)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> padded = Widen(row, wide);
        double greatest = TensorPrimitives.Max<double>(padded[..row.Length]);
        if (double.IsNegativeInfinity(greatest))
        {
            row.Clear();
            return;
        }

        TensorPrimitives.Subtract(padded, greatest, padded);
        TensorPrimitives.Exp(padded, padded);
        double sum = 0;
        foreach (double value in padded[..row.Length])
        {
            sum += value; // in column order
        }

        TensorPrimitives.Divide(padded, sum, padded);
        TensorPrimitives.ConvertTruncating(padded[..row.Length], row);
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
