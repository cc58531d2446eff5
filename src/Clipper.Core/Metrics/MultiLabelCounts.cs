using Clipper.Core.Imprinting;

namespace Clipper.Core.Metrics;

/// <summary>Precision, recall, F1 and Jaccard of label sets, as scikit-learn 1.2.1 computes them on indicator
/// matrices.
/// <para>One column is a quirk of scikit-learn that is kept: an (n, 1) indicator is a binary problem, so averages run
/// over the labels {0, 1} that occur, and values by sample are undefined.</para></summary>
public static class MultiLabelCounts
{
    /// <summary>Counts of every column, without the rule for one column.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static ClassCounts[] PerColumn(LabelRows truth, LabelRows predicted)
    {
        MetricInput.Check(truth, predicted);
        var counts = new ClassCounts[truth.Classes];
        Array.Fill(counts, new ClassCounts(0, 0, 0, truth.Rows));
        for (int row = 0; row < truth.Rows; row++)
        {
            foreach (int label in truth.Row(row))
            {
                counts[label] += predicted.Has(row, label) ? new(1, 0, 0, -1) : new(0, 0, 1, -1);
            }

            foreach (int label in predicted.Row(row))
            {
                counts[label] += truth.Has(row, label) ? default : new(0, 1, 0, -1);
            }
        }

        return counts;
    }

    /// <summary>Counts that averages over classes run over: every column, or the binary labels of a single
    /// column.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static ClassCounts[] PerClass(LabelRows truth, LabelRows predicted) =>
        AveragedOver(PerColumn(truth, predicted));

    /// <summary>Counts of every row over the classes.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="UndefinedMetricException">There is a single column.</exception>
    public static ClassCounts[] PerRow(LabelRows truth, LabelRows predicted)
    {
        MetricInput.Check(truth, predicted);
        if (truth.Classes == 1)
        {
            throw new UndefinedMetricException("A mean over samples", "one column is a binary problem");
        }

        var counts = new ClassCounts[truth.Rows];
        for (int row = 0; row < counts.Length; row++)
        {
            int common = Common(truth.Row(row), predicted.Row(row));
            int predictedOnly = predicted.Row(row).Length - common;
            int trueOnly = truth.Row(row).Length - common;
            counts[row] = new(common, predictedOnly, trueOnly, truth.Classes - common - predictedOnly - trueOnly);
        }

        return counts;
    }

    /// <summary>The ratio averaged over classes, cells or samples.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples, or samples are averaged over one
    /// column.</exception>
    public static double Average(
        CountRatio ratio, LabelRows truth, LabelRows predicted, Averaging averaging, double zeroDivision = 0)
    {
        MetricInput.RequireSamples(ratio.ToString(), truth.Rows);
        return averaging switch
        {
            Averaging.Macro => CountAverages.Macro(ratio, PerClass(truth, predicted), zeroDivision),
            Averaging.Micro => CountAverages.Micro(ratio, PerClass(truth, predicted), zeroDivision),
            Averaging.Weighted => CountAverages.Weighted(ratio, PerClass(truth, predicted), zeroDivision),
            Averaging.Samples => CountAverages.Macro(ratio, PerRow(truth, predicted), zeroDivision),
            _ => throw new ArgumentOutOfRangeException(nameof(averaging), averaging, null),
        };
    }

    /// <summary>What averages run over, given the counts of the columns.</summary>
    internal static ClassCounts[] AveragedOver(ClassCounts[] columns)
    {
        if (columns.Length != 1)
        {
            return columns;
        }

        ClassCounts one = columns[0];
        ClassCounts[] labels = [one.Complement(), one];
        return Array.FindAll(labels, label => label.Support + label.Predicted > 0);
    }

    private static int Common(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            common += a[i] == b[j] ? 1 : 0;
            int step = a[i].CompareTo(b[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }

        return common;
    }
}
