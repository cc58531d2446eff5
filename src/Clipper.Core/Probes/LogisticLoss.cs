using System.Numerics;

namespace Clipper.Core.Probes;

/// <summary>What turns logits into probabilities and compares them with the labels.</summary>
internal abstract class LogisticLoss
{
    /// <summary>Columns of logits.</summary>
    public abstract int Columns { get; }

    /// <summary>p (1 − p), averaged over samples and columns, where every probability is what it is at weights of
    /// zero.</summary>
    public abstract double StartingCurvature { get; }

    /// <summary>The sum of the samples' losses.</summary>
    /// <param name="logits">Logits [rows, stride] of a block of samples, −∞ beyond the last column; overwritten with
    /// probability − truth.</param>
    /// <param name="stride">From one sample to the next; a multiple of the greatest vector.</param>
    /// <param name="first">The number of the first sample.</param>
    /// <param name="curvature">Grows by p (1 − p), summed over samples and columns.</param>
    public abstract double ToResiduals<T>(Span<T> logits, int stride, int first, ref double curvature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
