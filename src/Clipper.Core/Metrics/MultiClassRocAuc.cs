using System.Numerics;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>ROC-AUC of single-label data from class probabilities (sklearn <c>roc_auc_score(multi_class=…)</c> 1.2.1,
/// macro average). Defined for three classes or more, all of which occur, with rows that sum to 1.</summary>
public static class MultiClassRocAuc
{
    private const string Name = "Multi-class ROC-AUC";

    /// <summary>Mean over classes of "this class against all others" (<c>ovr</c>).</summary>
    /// <param name="truth">One column index a sample.</param>
    /// <param name="scores">Probabilities [samples, classes].</param>
    /// <exception cref="ArgumentException">The lengths differ, or a label names no column.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">Fewer than three classes, an absent class, or rows not summing to
    /// 1.</exception>
    public static double OneVersusRest<T>(ReadOnlySpan<int> truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireDefined(truth, scores);
        double sum = 0;
        for (int c = 0; c < scores.Columns; c++)
        {
            sum += Pair(truth, scores, c, others: null);
        }

        return sum / scores.Columns;
    }

    /// <summary>Mean over pairs of classes of the two AUCs within the pair (<c>ovo</c>; Hand and Till 2001).</summary>
    /// <inheritdoc cref="OneVersusRest{T}"/>
    public static double OneVersusOne<T>(ReadOnlySpan<int> truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireDefined(truth, scores);
        double sum = 0;
        for (int a = 0; a < scores.Columns; a++)
        {
            for (int b = a + 1; b < scores.Columns; b++)
            {
                sum += (Pair(truth, scores, a, b) + Pair(truth, scores, b, a)) / 2;
            }
        }

        return sum / (scores.Columns * (scores.Columns - 1) / 2);
    }

    // Samples of `positive` against those of one other class (null: of all), ranked by the column of `positive`.
    private static double Pair<T>(ReadOnlySpan<int> truth, MatrixView<T> scores, int positive, int? others)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var labels = new List<bool>(truth.Length);
        var column = new List<T>(truth.Length);
        for (int row = 0; row < truth.Length; row++)
        {
            if (others is null || truth[row] == positive || truth[row] == others)
            {
                labels.Add(truth[row] == positive);
                column.Add(scores.Row(row)[positive]);
            }
        }

        return RocAuc.Binary<T>(labels.ToArray(), column.ToArray());
    }

    private static void RequireDefined<T>(ReadOnlySpan<int> truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.Check(truth, scores);
        var occurs = new bool[scores.Columns];
        foreach (int label in truth)
        {
            occurs[label] = true;
        }

        if (scores.Columns < 3 || occurs.Contains(false))
        {
            throw new UndefinedMetricException(Name, "it needs three classes or more, each with a sample");
        }

        for (int row = 0; row < scores.Rows; row++)
        {
            if (!SumsToOne(scores.Row(row)))
            {
                throw new UndefinedMetricException(Name, $"the probabilities of row {row} do not sum to 1");
            }
        }
    }

    // numpy.allclose(1, sum): rtol 1e-5, atol 1e-8.
    private static bool SumsToOne<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (T value in row)
        {
            sum += double.CreateChecked(value);
        }

        return Math.Abs(1 - sum) <= 1e-8 + (1e-5 * Math.Abs(sum));
    }
}
