using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Checks on what enters a metric; the only place where shapes and NaN are refused.</summary>
internal static class MetricInput
{
    /// <summary>Truth and scores must have one shape, and no score may be NaN.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static void Check<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireShape(truth, scores.Rows, scores.Columns, "scores");
        RequireNumbers(scores.Values, scores.Columns);
    }

    /// <summary>Truth and predictions must have one shape.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Check(LabelRows truth, LabelRows predicted) =>
        RequireShape(truth, predicted.Rows, predicted.Classes, "predictions");

    /// <summary>One label in [0, columns) a row, and no score may be NaN.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a label names no column.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static void Check<T>(ReadOnlySpan<int> truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireLength(truth.Length, scores.Rows);
        foreach (int label in truth)
        {
            if ((uint)label >= (uint)scores.Columns)
            {
                throw new ArgumentException($"Label {label} names none of the {scores.Columns} score columns.");
            }
        }

        RequireNumbers(scores.Values, scores.Columns);
    }

    /// <summary>One score a sample, none of them NaN.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static void Check<T>(ReadOnlySpan<bool> truth, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireLength(truth.Length, scores.Length);
        RequireNumbers(scores, 1);
    }

    /// <summary>At least one sample.</summary>
    /// <exception cref="UndefinedMetricException">There is none.</exception>
    public static void RequireSamples(string metric, int rows)
    {
        if (rows == 0)
        {
            throw new UndefinedMetricException(metric, "there are no samples");
        }
    }

    private static void RequireShape(LabelRows truth, int rows, int columns, string what)
    {
        if (truth.Rows != rows || truth.Classes != columns)
        {
            throw new ArgumentException(
                $"The truth is {truth.Rows}×{truth.Classes} (samples × classes) but the {what} are {rows}×{columns}.");
        }
    }

    private static void RequireLength(int truths, int scores)
    {
        if (truths != scores)
        {
            throw new ArgumentException($"{truths} labels but scores of {scores} samples.");
        }
    }

    private static void RequireNumbers<T>(ReadOnlySpan<T> scores, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < scores.Length; i++)
        {
            if (T.IsNaN(scores[i]))
            {
                throw new ScoreException(i / columns, i % columns);
            }
        }
    }
}
