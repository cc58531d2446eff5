using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>A fitted logistic regression; see <see cref="LogisticRegression"/>.</summary>
public sealed class LogisticModel
{
    private readonly LogisticProblem _problem;

    internal LogisticModel(LogisticProblem problem, LinearMap map)
    {
        _problem = problem;
        Map = map;
    }

    /// <summary>The weight of the loss.</summary>
    public required double C { get; init; }

    /// <summary>C · Σ loss + ½‖W‖², over all fitted columns.</summary>
    public required double Objective { get; init; }

    /// <summary>Whether the optimum was reached; else rounding or the limit of iterations ended the search.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>Iterations of the search.</summary>
    public required int Iterations { get; init; }

    /// <summary>Coefficients and intercepts, one row for each of <see cref="Fitted"/>.</summary>
    public LinearMap Map { get; }

    /// <summary>The class of each row of <see cref="Map"/>: all classes with samples; of two classes the second alone;
    /// of several labels those that some samples carry and others do not.</summary>
    public IReadOnlyList<int> Fitted => _problem.Fitted;

    /// <summary>Probabilities [n, classes] of queries [n, d]: softmax, or a sigmoid a label. A class without samples
    /// has the probability 0, one that every sample carries 1.</summary>
    /// <exception cref="ArgumentException">The queries have another dimension.</exception>
    public Matrix<double> Probabilities(MatrixView<float> queries)
    {
        Matrix<double> fitted = Map.Apply(queries);
        if (_problem.IsMultinomial)
        {
            HeadScores.Softmax(fitted.Values, Math.Max(1, fitted.Columns));
        }
        else
        {
            HeadScores.Sigmoid(fitted.Values);
        }

        var probabilities = new Matrix<double>(queries.Rows, _problem.Constants.Count);
        for (int row = 0; row < queries.Rows; row++)
        {
            Fill(fitted.Row(row), probabilities.Row(row));
        }

        return probabilities;
    }

    private void Fill(ReadOnlySpan<double> fitted, Span<double> probabilities)
    {
        for (int c = 0; c < probabilities.Length; c++)
        {
            probabilities[c] = _problem.Constants[c];
        }

        for (int i = 0; i < fitted.Length; i++)
        {
            probabilities[Fitted[i]] = fitted[i];
        }

        if (_problem.Complement is { } other)
        {
            probabilities[other] = 1 - fitted[0];
        }
    }
}
