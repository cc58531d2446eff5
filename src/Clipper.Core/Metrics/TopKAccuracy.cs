using System.Numerics;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Share of samples whose class is among the k best scores; on ties the higher column wins (sklearn
/// <c>top_k_accuracy_score</c> 1.2.1: a stable sort, reversed).</summary>
public static class TopKAccuracy
{
    private const string Name = "Top-k accuracy";

    /// <summary>Number of samples whose class is among the <paramref name="k"/> best, for any number of
    /// classes.</summary>
    /// <param name="truth">One column index a sample.</param>
    /// <param name="scores">Scores [samples, classes].</param>
    /// <param name="k">At least 1; all samples hit where it reaches the number of classes.</param>
    /// <exception cref="ArgumentException">The lengths differ, a label names no column, or k &lt; 1.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static int Hits<T>(ReadOnlySpan<int> truth, MatrixView<T> scores, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        MetricInput.Check(truth, scores);
        int hits = 0;
        for (int row = 0; row < truth.Length; row++)
        {
            hits += Ahead(scores.Row(row), truth[row]) < k ? 1 : 0;
        }

        return hits;
    }

    /// <summary>The share, with scikit-learn's <c>labels</c> = all columns. Two columns are undefined there, as it
    /// then wants one score a sample (<see cref="Binary{T}"/>).</summary>
    /// <inheritdoc cref="Hits{T}"/>
    /// <exception cref="UndefinedMetricException">Fewer than three columns, or no samples.</exception>
    public static double Of<T>(ReadOnlySpan<int> truth, MatrixView<T> scores, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.RequireSamples(Name, truth.Length);
        return scores.Columns > 2
            ? (double)Hits(truth, scores, k) / truth.Length
            : throw new UndefinedMetricException(Name, "fewer than three classes need one score a sample");
    }

    /// <summary>The share, with scikit-learn's <c>labels=None</c>: every column must occur in the truth.</summary>
    /// <inheritdoc cref="Of{T}"/>
    /// <exception cref="UndefinedMetricException">A column does not occur in the truth, fewer than three columns, or
    /// no samples.</exception>
    public static double OfOccurringClasses<T>(ReadOnlySpan<int> truth, MatrixView<T> scores, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double value = Of(truth, scores, k);
        int classes = new HashSet<int>([.. truth]).Count;
        return classes == scores.Columns
            ? value
            : throw new UndefinedMetricException(Name, $"{classes} classes occur but scores have {scores.Columns}");
    }

    /// <summary>Of a binary truth with one score a sample: positive is predicted above 0.5 where all scores lie in [0,
    /// 1], else above 0 (exclusive, as sklearn does); 1 for k ≥ 2.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or k &lt; 1.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">The truth is constant, or there are no samples.</exception>
    public static double Binary<T>(ReadOnlySpan<bool> truth, ReadOnlySpan<T> scores, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        MetricInput.Check(truth, scores);
        if (!truth.Contains(true) || !truth.Contains(false))
        {
            throw new UndefinedMetricException(Name, "the truth is constant");
        }

        T threshold = T.Zero;
        if (!scores.ContainsAnyExceptInRange(T.Zero, T.One))
        {
            threshold = T.CreateChecked(0.5);
        }

        int hits = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            hits += k > 1 || scores[i] > threshold == truth[i] ? 1 : 0;
        }

        return (double)hits / truth.Length;
    }

    // Number of classes that stand before `label`.
    private static int Ahead<T>(ReadOnlySpan<T> scores, int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T own = scores[label];
        int ahead = 0;
        for (int c = 0; c < scores.Length; c++)
        {
            ahead += scores[c] > own || (scores[c] == own && c > label) ? 1 : 0;
        }

        return ahead;
    }
}
