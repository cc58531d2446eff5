using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

/// <summary>Training written down as PROTOCOL section 5.2 says it, in double, without a thought for speed.</summary>
internal sealed class PlainTraining
{
    private readonly double[,] _first;
    private readonly double[,] _second;
    private readonly TrainingSettings _settings;
    private int _steps;

    public PlainTraining(MatrixView<double> weights, TrainingSettings settings)
    {
        _settings = settings;
        Weights = new double[weights.Rows, weights.Columns];
        _first = new double[weights.Rows, weights.Columns];
        _second = new double[weights.Rows, weights.Columns];
        for (int c = 0; c < weights.Rows; c++)
        {
            for (int k = 0; k < weights.Columns; k++)
            {
                Weights[c, k] = weights.Row(c)[k];
            }
        }
    }

    /// <summary>[classes, d].</summary>
    public double[,] Weights { get; }

    /// <summary>One epoch over unit rows in the given order.</summary>
    public void Epoch(MatrixView<double> unit, LabelRows labels, ReadOnlySpan<int> order)
    {
        for (int first = 0; first < order.Length; first += _settings.Batch)
        {
            Step(unit, labels, order.Slice(first, Math.Min(_settings.Batch, order.Length - first)));
        }
    }

    private void Step(MatrixView<double> unit, LabelRows labels, ReadOnlySpan<int> batch)
    {
        var gradient = new double[Weights.GetLength(0), Weights.GetLength(1)];
        foreach (int sample in batch)
        {
            int row = sample % unit.Rows;
            double[] errors = Errors(unit.Row(row), labels.Row(row));
            int terms = _settings.Loss == TrainingLoss.BinaryCrossEntropy ? batch.Length * errors.Length : batch.Length;
            for (int c = 0; c < errors.Length; c++)
            {
                for (int k = 0; k < unit.Columns; k++)
                {
                    gradient[c, k] += errors[c] / terms * unit.Row(row)[k];
                }
            }
        }

        _steps++;
        double rate = _settings.LearningRate
            * Math.Sqrt(1 - Math.Pow(0.999, _steps)) / (1 - Math.Pow(0.9, _steps));
        for (int c = 0; c < gradient.GetLength(0); c++)
        {
            for (int k = 0; k < gradient.GetLength(1); k++)
            {
                double g = gradient[c, k];
                _first[c, k] = (0.9 * _first[c, k]) + (0.1 * g);
                _second[c, k] = (0.999 * _second[c, k]) + (0.001 * g * g);
                Weights[c, k] -= rate * _first[c, k] / (Math.Sqrt(_second[c, k]) + 1e-7);
            }
        }
    }

    /// <summary>Prediction − target.</summary>
    private double[] Errors(ReadOnlySpan<double> row, ReadOnlySpan<int> labels)
    {
        var logits = new double[Weights.GetLength(0)];
        for (int c = 0; c < logits.Length; c++)
        {
            for (int k = 0; k < row.Length; k++)
            {
                logits[c] += row[k] * Weights[c, k];
            }
        }

        double sum = logits.Sum(Math.Exp);
        double carried = labels.Length;
        double[] errors = _settings.Loss == TrainingLoss.BinaryCrossEntropy
            ? Array.ConvertAll(logits, z => 1 / (1 + Math.Exp(-z)))
            : Array.ConvertAll(logits, z => carried * Math.Exp(z) / sum);
        foreach (int label in labels)
        {
            errors[label]--;
        }

        return errors;
    }
}
