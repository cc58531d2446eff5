using System.Numerics.Tensors;

namespace Clipper.Core.Probes;

/// <summary>−log softmax of the true class: one label a sample.</summary>
/// <param name="labels">The class of every sample.</param>
/// <param name="classes">Number of classes.</param>
internal sealed class SoftmaxLoss(int[] labels, int classes) : LogisticLoss
{
    /// <inheritdoc />
    public override int Columns => classes;

    /// <inheritdoc />
    public override double StartingCurvature => (1 - (1.0 / classes)) / classes;

    /// <inheritdoc />
    public override double ToResiduals<T>(Span<T> logits, int stride, int first, ref double curvature)
    {
        double loss = 0;
        for (int start = 0, row = first; start < logits.Length; start += stride, row++)
        {
            Span<T> line = logits.Slice(start, stride);
            TensorPrimitives.Subtract(line, TensorPrimitives.Max<T>(line[..classes]), line);
            loss -= double.CreateTruncating(line[labels[row]]);
        }

        TensorPrimitives.Exp(logits, logits);
        for (int start = 0, row = first; start < logits.Length; start += stride, row++)
        {
            Span<T> line = logits.Slice(start, stride);
            T sum = TensorPrimitives.Sum<T>(line);
            loss += Math.Log(double.CreateTruncating(sum));
            TensorPrimitives.Multiply(line, T.One / sum, line);
            curvature += 1 - double.CreateTruncating(TensorPrimitives.SumOfSquares<T>(line));
            line[labels[row]] -= T.One;
        }

        return loss;
    }
}
