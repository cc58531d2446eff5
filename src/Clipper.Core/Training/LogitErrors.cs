using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.Imprinting;

namespace Clipper.Core.Training;

/// <summary>Losses of a batch, and their derivatives by the logits.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="loss">Which loss.</param>
/// <param name="labels">The labels of all training rows.</param>
internal sealed class LogitErrors<T>(TrainingLoss loss, LabelRows labels)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The mean loss of a batch: over rows and classes (binary), over rows (categorical).</summary>
    /// <param name="logits">Logits [b, classes].</param>
    /// <param name="rows">The training rows of the batch.</param>
    public double Loss(ReadOnlySpan<T> logits, ReadOnlySpan<int> rows)
    {
        var wide = new double[labels.Classes];
        double sum = 0;
        for (int b = 0; b < rows.Length; b++)
        {
            TensorPrimitives.ConvertTruncating(logits.Slice(b * wide.Length, wide.Length), wide);
            sum += loss == TrainingLoss.BinaryCrossEntropy
                ? BinarySum(wide, rows[b])
                : CrossEntropy.Categorical(wide, labels.Row(rows[b]));
        }

        return sum / Terms(rows.Length);
    }

    /// <summary>Puts the derivative of the mean loss in the place of the logits: (σ(z) − y) / (b·classes), or
    /// (Σy · softmax(z) − y) / b, where Σy is 1 for a row with one label.</summary>
    /// <param name="logits">Logits [b, classes].</param>
    /// <param name="rows">The training rows of the batch.</param>
    public void Replace(Span<T> logits, ReadOnlySpan<int> rows)
    {
        if (loss == TrainingLoss.BinaryCrossEntropy)
        {
            HeadScores.Sigmoid(logits);
        }
        else
        {
            HeadScores.Softmax(logits, labels.Classes);
            ScaleByLabels(logits, rows);
        }

        for (int b = 0; b < rows.Length; b++)
        {
            foreach (int label in labels.Row(rows[b]))
            {
                logits[(b * labels.Classes) + label] -= T.One;
            }
        }

        TensorPrimitives.Divide(logits, T.CreateTruncating(Terms(rows.Length)), logits);
    }

    private int Terms(int rows) => loss == TrainingLoss.BinaryCrossEntropy ? rows * labels.Classes : rows;

    private double BinarySum(ReadOnlySpan<double> logits, int row)
    {
        double sum = 0;
        for (int c = 0; c < logits.Length; c++)
        {
            sum += CrossEntropy.Binary(logits[c], labels.Has(row, c) ? 1 : 0);
        }

        return sum;
    }

    private void ScaleByLabels(Span<T> softmax, ReadOnlySpan<int> rows)
    {
        for (int b = 0; b < rows.Length; b++)
        {
            int carried = labels.Row(rows[b]).Length;
            if (carried != 1)
            {
                Span<T> row = softmax.Slice(b * labels.Classes, labels.Classes);
                TensorPrimitives.Multiply(row, T.CreateTruncating(carried), row);
            }
        }
    }
}
