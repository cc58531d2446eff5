using Clipper.Core.Imprinting;

namespace Clipper.Core.Metrics;

/// <summary>Agreement of label sets cell by cell and row by row.</summary>
public static class MultiLabelAccuracy
{
    /// <summary>Share of cells where truth and prediction differ, in [0, 1]; lower is better (sklearn
    /// <c>hamming_loss</c>).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double Hamming(LabelRows truth, LabelRows predicted) =>
        Hamming(MultiLabelCounts.PerColumn(truth, predicted), truth.Rows);

    /// <summary>Share of rows predicted exactly, in [0, 1] (sklearn <c>accuracy_score</c> on indicators).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double Subset(LabelRows truth, LabelRows predicted)
    {
        MetricInput.Check(truth, predicted);
        MetricInput.RequireSamples("Subset accuracy", truth.Rows);
        return (double)ExactRows(truth, predicted) / truth.Rows;
    }

    /// <summary>For every class the share of rows where truth and prediction agree (the paper's
    /// <c>classwise_accuracy</c>).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double[] PerClass(LabelRows truth, LabelRows predicted)
    {
        MetricInput.RequireSamples("Classwise accuracy", truth.Rows);
        return Array.ConvertAll(
            MultiLabelCounts.PerColumn(truth, predicted), column => Agreement(column, truth.Rows));
    }

    /// <summary>Mean of <see cref="PerClass"/>: the paper's <c>c_accuracy</c>, equal to 1 − hamming. Predicting
    /// nothing scores 1 − 1/N on single-label data of N classes.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double Mean(LabelRows truth, LabelRows predicted) =>
        Mean(MultiLabelCounts.PerColumn(truth, predicted), truth.Rows);

    internal static double Hamming(ReadOnlySpan<ClassCounts> columns, int rows)
    {
        RequireCells("Hamming loss", columns, rows);
        long errors = 0;
        foreach (ClassCounts column in columns)
        {
            errors += column.Errors;
        }

        return (double)errors / ((long)rows * columns.Length);
    }

    internal static double Mean(ReadOnlySpan<ClassCounts> columns, int rows)
    {
        RequireCells("Class accuracy", columns, rows);
        double sum = 0;
        foreach (ClassCounts column in columns)
        {
            sum += Agreement(column, rows);
        }

        return sum / columns.Length;
    }

    internal static int ExactRows(LabelRows truth, LabelRows predicted)
    {
        int exact = 0;
        for (int row = 0; row < truth.Rows; row++)
        {
            exact += truth.Row(row).SequenceEqual(predicted.Row(row)) ? 1 : 0;
        }

        return exact;
    }

    private static double Agreement(ClassCounts column, int rows) => (double)(rows - column.Errors) / rows;

    private static void RequireCells(string metric, ReadOnlySpan<ClassCounts> columns, int rows) =>
        MetricInput.RequireSamples(metric, columns.IsEmpty ? 0 : rows);
}
