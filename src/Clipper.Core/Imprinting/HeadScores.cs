using System.Numerics;

namespace Clipper.Core.Imprinting;

/// <summary>Turns logits into scores in place. Exponentials are taken in double, one number at a time, so that a score
/// depends on its own row alone.</summary>
internal static class HeadScores
{
    /// <summary>σ(z) = 1 / (1 + e^−z); 0 for −∞.</summary>
    public static void Sigmoid<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T value in values)
        {
            value = T.CreateTruncating(1 / (1 + Math.Exp(-double.CreateTruncating(value))));
        }
    }

    /// <summary>e^(zᵢ − max) / Σⱼ e^(zⱼ − max) over one row; 0 for −∞, also where the whole row is.</summary>
    public static void Softmax<T>(Span<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double greatest = double.NegativeInfinity;
        foreach (T value in row)
        {
            greatest = Math.Max(greatest, double.CreateTruncating(value));
        }

        if (double.IsNegativeInfinity(greatest))
        {
            row.Clear();
            return;
        }

        double sum = 0;
        foreach (T value in row)
        {
            sum += Math.Exp(double.CreateTruncating(value) - greatest);
        }

        foreach (ref T value in row)
        {
            value = T.CreateTruncating(Math.Exp(double.CreateTruncating(value) - greatest) / sum);
        }
    }
}
