using System.Numerics.Tensors;
using Clipper.Core.Imprinting;

namespace Clipper.Core.Probes;

/// <summary>−log σ(z) for a label that a sample carries, −log(1 − σ(z)) for one that it does not: a problem of its own
/// for every column.</summary>
/// <param name="labels">The labels of every sample.</param>
internal sealed class SigmoidLoss(LabelRows labels) : LogisticLoss
{
    /// <inheritdoc />
    public override int Columns => labels.Classes;

    /// <inheritdoc />
    public override double StartingCurvature => 0.25;

    /// <inheritdoc />
    public override double ToResiduals<T>(Span<T> logits, int stride, int first, ref double curvature)
    {
        double loss = 0;
        var softplus = new T[stride];
        for (int start = 0, row = first; start < logits.Length; start += stride, row++)
        {
            Span<T> line = logits.Slice(start, stride);
            foreach (int label in labels.Row(row))
            {
                loss -= double.CreateTruncating(line[label]);
            }

            // log(1 + eᶻ) = max(z, 0) + log(1 + e^−|z|)
            TensorPrimitives.Abs(line, softplus);
            TensorPrimitives.Negate<T>(softplus, softplus);
            TensorPrimitives.Exp<T>(softplus, softplus);
            TensorPrimitives.LogP1<T>(softplus, softplus);
            loss += double.CreateTruncating(TensorPrimitives.Sum<T>(softplus));
            TensorPrimitives.Max(line, T.Zero, softplus);
            loss += double.CreateTruncating(TensorPrimitives.Sum<T>(softplus));

            TensorPrimitives.Sigmoid(line, line);
            curvature += double.CreateTruncating(
                TensorPrimitives.Sum<T>(line) - TensorPrimitives.SumOfSquares<T>(line));
            foreach (int label in labels.Row(row))
            {
                line[label] -= T.One;
            }
        }

        return loss;
    }
}
