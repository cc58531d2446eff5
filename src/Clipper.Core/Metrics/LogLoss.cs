using System.Numerics;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Mean of −ln p(label) (sklearn <c>log_loss</c> 1.2.1 with <c>labels</c> = all columns): probabilities are
/// clipped to [ε, 1 − ε], ε = machine epsilon of the scores' type, then each row is divided by its sum.</summary>
public static class LogLoss
{
    /// <summary>The loss, ≥ 0; lower is better. Computed in double.</summary>
    /// <param name="truth">One column index a sample.</param>
    /// <param name="scores">Probabilities [samples, classes].</param>
    /// <exception cref="ArgumentException">The lengths differ, or a label names no column.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">Fewer than two classes, no samples, or a score outside [0, 1]
    /// (scikit-learn clips it silently; it is not a probability).</exception>
    public static double Of<T>(ReadOnlySpan<int> truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Of(truth, scores, Epsilon<T>());

    /// <summary>Distance from 1 to the next number of the type.</summary>
    internal static double Epsilon<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => double.CreateChecked(T.BitIncrement(T.One) - T.One);

    internal static double Of<T>(ReadOnlySpan<int> truth, MatrixView<T> scores, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const string name = "Log loss";
        MetricInput.Check(truth, scores);
        MetricInput.RequireSamples(name, truth.Length);
        if (scores.Columns < 2)
        {
            throw new UndefinedMetricException(name, "it needs two classes");
        }

        if (scores.Values.ContainsAnyExceptInRange(T.Zero, T.One + T.CreateChecked(1e-6)))
        {
            throw new UndefinedMetricException(name, "scores outside [0, 1] are not probabilities");
        }

        double sum = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            sum -= Math.Log(Clipped(scores.Row(row)[truth[row]], epsilon) / ClippedSum(scores.Row(row), epsilon));
        }

        return sum / truth.Length;
    }

    private static double ClippedSum<T>(ReadOnlySpan<T> row, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T value in row)
        {
            sum += Clipped(value, epsilon);
        }

        return sum;
    }

    private static double Clipped<T>(T value, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Math.Clamp(double.CreateChecked(value), epsilon, 1 - epsilon);
}
