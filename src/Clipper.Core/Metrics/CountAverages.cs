namespace Clipper.Core.Metrics;

/// <summary>Averages of precision, recall, F1 and Jaccard over classes, with the rules of scikit-learn 1.2.1. Sums run
/// in class order in double.</summary>
public static class CountAverages
{
    /// <summary>Mean of the classes' ratios; a class whose denominator is 0 counts as
    /// <paramref name="zeroDivision"/>.</summary>
    /// <exception cref="UndefinedMetricException">There is no class.</exception>
    public static double Macro(CountRatio ratio, ReadOnlySpan<ClassCounts> counts, double zeroDivision = 0)
    {
        RequireAny(ratio, counts);
        double sum = 0;
        foreach (ClassCounts count in counts)
        {
            sum += count.Ratio(ratio, zeroDivision);
        }

        return sum / counts.Length;
    }

    /// <summary>The ratio of the summed counts.</summary>
    /// <exception cref="UndefinedMetricException">There is no class.</exception>
    public static double Micro(CountRatio ratio, ReadOnlySpan<ClassCounts> counts, double zeroDivision = 0)
    {
        RequireAny(ratio, counts);
        return Sum(counts).Ratio(ratio, zeroDivision);
    }

    /// <summary>Mean of the classes' ratios weighted by <see cref="ClassCounts.Support"/>. Without any true cell:
    /// Jaccard falls back to the plain mean; recall is <paramref name="zeroDivision"/>; precision and F1 are too where
    /// nothing was predicted, else 0.</summary>
    /// <exception cref="UndefinedMetricException">There is no class.</exception>
    public static double Weighted(CountRatio ratio, ReadOnlySpan<ClassCounts> counts, double zeroDivision = 0)
    {
        RequireAny(ratio, counts);
        ClassCounts total = Sum(counts);
        if (total.Support == 0)
        {
            return ratio switch
            {
                CountRatio.Jaccard => Macro(ratio, counts, zeroDivision),
                CountRatio.Recall => zeroDivision,
                _ => total.Predicted == 0 ? zeroDivision : 0,
            };
        }

        double sum = 0;
        foreach (ClassCounts count in counts)
        {
            sum += count.Support * count.Ratio(ratio, zeroDivision);
        }

        return sum / total.Support;
    }

    /// <summary>Mean recall of the classes that occur in the truth (sklearn <c>balanced_accuracy_score</c>).</summary>
    /// <exception cref="UndefinedMetricException">No class occurs in the truth.</exception>
    public static double BalancedAccuracy(ReadOnlySpan<ClassCounts> counts)
    {
        double sum = 0;
        int classes = 0;
        foreach (ClassCounts count in counts)
        {
            if (count.Support > 0)
            {
                sum += count.Ratio(CountRatio.Recall);
                classes++;
            }
        }

        return classes > 0 ? sum / classes : throw new UndefinedMetricException("balanced accuracy", "no sample");
    }

    private static ClassCounts Sum(ReadOnlySpan<ClassCounts> counts)
    {
        var total = default(ClassCounts);
        foreach (ClassCounts count in counts)
        {
            total += count;
        }

        return total;
    }

    private static void RequireAny(CountRatio ratio, ReadOnlySpan<ClassCounts> counts)
    {
        if (counts.IsEmpty)
        {
            throw new UndefinedMetricException(ratio.ToString(), "there is nothing to average over");
        }
    }
}
