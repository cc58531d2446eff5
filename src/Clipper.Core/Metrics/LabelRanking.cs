using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>How well the labels of a sample rank above the other classes of its row, as scikit-learn 1.2.1 computes it.
/// Each is a mean over samples.</summary>
public static class LabelRanking
{
    /// <summary>How far down a ranking one must go to meet every label: the number of classes that score at least as
    /// much as the label that scores least; 0 for a sample without labels. In [0, classes], lower is better
    /// (<c>coverage_error</c>).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double Coverage<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean("Coverage", truth, scores, CoverageOf);

    /// <summary>Share of the pairs of a label and another class in which the label does not score more; 0 where a
    /// sample has no labels or all. In [0, 1], lower is better (<c>label_ranking_loss</c>).</summary>
    /// <inheritdoc cref="Coverage{T}"/>
    public static double Loss<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean("Ranking loss", truth, scores, LossOf);

    /// <summary>Mean over a sample's labels of the share of labels among the classes that score at least as much; 1
    /// where a sample has no labels or all. In [0, 1], higher is better
    /// (<c>label_ranking_average_precision_score</c>).</summary>
    /// <inheritdoc cref="Coverage{T}"/>
    public static double AveragePrecision<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Mean("LRAP", truth, scores, PrecisionOf);

    private static double Mean<T>(string name, LabelRows truth, MatrixView<T> scores, RowValue<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.Check(truth, scores);
        MetricInput.RequireSamples(name, scores.Values.Length);
        double sum = 0;
        for (int row = 0; row < scores.Rows; row++)
        {
            sum += value(truth.Row(row), scores.Row(row));
        }

        return sum / scores.Rows;
    }

    private static double CoverageOf<T>(ReadOnlySpan<int> labels, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (labels.IsEmpty)
        {
            return 0;
        }

        T least = scores[labels[0]];
        foreach (int label in labels)
        {
            least = T.Min(least, scores[label]);
        }

        return AtLeast(scores, least);
    }

    private static double LossOf<T>(ReadOnlySpan<int> labels, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int others = scores.Length - labels.Length;
        if (labels.IsEmpty || others == 0)
        {
            return 0;
        }

        long wrong = 0;
        foreach (int label in labels)
        {
            wrong += AtLeast(scores, scores[label]) - LabelsAtLeast(labels, scores, scores[label]);
        }

        return wrong / ((double)labels.Length * others);
    }

    private static double PrecisionOf<T>(ReadOnlySpan<int> labels, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (labels.IsEmpty || labels.Length == scores.Length)
        {
            return 1;
        }

        double sum = 0;
        foreach (int label in labels)
        {
            sum += (double)LabelsAtLeast(labels, scores, scores[label]) / AtLeast(scores, scores[label]);
        }

        return sum / labels.Length;
    }

    private static int AtLeast<T>(ReadOnlySpan<T> scores, T least)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = 0;
        foreach (T score in scores)
        {
            count += score >= least ? 1 : 0;
        }

        return count;
    }

    private static int LabelsAtLeast<T>(ReadOnlySpan<int> labels, ReadOnlySpan<T> scores, T least)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = 0;
        foreach (int label in labels)
        {
            count += scores[label] >= least ? 1 : 0;
        }

        return count;
    }

    private delegate double RowValue<T>(ReadOnlySpan<int> labels, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
