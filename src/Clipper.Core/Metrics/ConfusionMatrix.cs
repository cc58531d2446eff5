namespace Clipper.Core.Metrics;

/// <summary>Single-label predictions against the truth: <c>this[i, j]</c> samples of label i were predicted as label j
/// (sklearn <c>confusion_matrix</c>).</summary>
/// <typeparam name="T">The labels: integers, or strings in ordinal order.</typeparam>
public sealed class ConfusionMatrix<T>
    where T : notnull
{
    private readonly long[,] _counts;

    private ConfusionMatrix(IReadOnlyList<T> labels, long[,] counts)
    {
        Labels = labels;
        _counts = counts;
    }

    /// <summary>The labels of rows and columns, ascending.</summary>
    public IReadOnlyList<T> Labels { get; }

    /// <summary>Number of samples of <c>Labels[truth]</c> that were predicted as <c>Labels[predicted]</c>.</summary>
    public long this[int truth, int predicted] => _counts[truth, predicted];

    /// <summary>Share of samples predicted right, in [0, 1] (sklearn <c>accuracy_score</c>).</summary>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public double Accuracy
    {
        get
        {
            ClassCounts[] classes = PerClass();
            long samples = classes.Sum(c => c.Support);
            return samples > 0
                ? (double)classes.Sum(c => c.TruePositives) / samples
                : throw new UndefinedMetricException("Accuracy", "there are no samples");
        }
    }

    /// <summary>Over all labels that occur in the truth or in the predictions.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static ConfusionMatrix<T> Of(ReadOnlySpan<T> truth, ReadOnlySpan<T> predicted) =>
        Of(truth, predicted, [.. truth, .. predicted]);

    /// <summary>Over <paramref name="labels"/> (in any order; duplicates count once), whether they occur or
    /// not.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or a label that occurs is not among
    /// <paramref name="labels"/>.</exception>
    public static ConfusionMatrix<T> Of(ReadOnlySpan<T> truth, ReadOnlySpan<T> predicted, IEnumerable<T> labels)
    {
        if (truth.Length != predicted.Length)
        {
            throw new ArgumentException($"{truth.Length} truths but {predicted.Length} predictions.");
        }

        T[] sorted = [.. labels.Distinct()];
        IComparer<T> order = StringComparer.Ordinal as IComparer<T> ?? Comparer<T>.Default;
        Array.Sort(sorted, order);
        var counts = new long[sorted.Length, sorted.Length];
        for (int i = 0; i < truth.Length; i++)
        {
            counts[IndexOf(sorted, truth[i], order), IndexOf(sorted, predicted[i], order)]++;
        }

        return new(sorted, counts);
    }

    /// <summary>Counts of every label against the rest, in the order of <see cref="Labels"/>.</summary>
    public ClassCounts[] PerClass()
    {
        int n = Labels.Count;
        var rows = new long[n];
        var columns = new long[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                rows[i] += _counts[i, j];
                columns[j] += _counts[i, j];
            }
        }

        long samples = rows.Sum();
        var classes = new ClassCounts[n];
        for (int i = 0; i < n; i++)
        {
            long hits = _counts[i, i];
            classes[i] = new(hits, columns[i] - hits, rows[i] - hits, samples - rows[i] - columns[i] + hits);
        }

        return classes;
    }

    private static int IndexOf(T[] sorted, T label, IComparer<T> order)
    {
        int index = Array.BinarySearch(sorted, label, order);
        return index >= 0 ? index : throw new ArgumentException($"Label '{label}' is not among the given labels.");
    }
}
