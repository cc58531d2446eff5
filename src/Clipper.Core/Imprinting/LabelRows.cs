namespace Clipper.Core.Imprinting;

/// <summary>The labels of n samples: for each row the ascending, distinct indices of its classes in [0, <see cref="Classes"/>).</summary>
public sealed class LabelRows
{
    private readonly int[] _labels;
    private readonly int[] _starts;

    private LabelRows(int[] labels, int[] starts, int classes)
    {
        _labels = labels;
        _starts = starts;
        Classes = classes;
    }

    /// <summary>Number of samples.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>Number of classes (not all need occur).</summary>
    public int Classes { get; }

    /// <summary>The class indices of sample <paramref name="row"/>, ascending; empty where it has none.</summary>
    public ReadOnlySpan<int> Row(int row) => _labels.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>Whether sample <paramref name="row"/> carries <paramref name="classIndex"/>.</summary>
    public bool Has(int row, int classIndex) => Row(row).BinarySearch(classIndex) >= 0;

    /// <summary>One class a sample.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is outside [0, classes).</exception>
    public static LabelRows Single(ReadOnlySpan<int> labels, int classes)
    {
        var rows = new int[labels.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = [labels[i]];
        }

        return Of(rows, classes);
    }

    /// <summary>Any number of classes a sample, in any order; duplicates count once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is outside [0, classes).</exception>
    public static LabelRows Of(IReadOnlyList<int[]> rows, int classes)
    {
        var starts = new int[rows.Count + 1];
        var labels = new List<int>(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            foreach (int label in rows[i].Distinct().Order())
            {
                ArgumentOutOfRangeException.ThrowIfNegative(label);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, classes);
                labels.Add(label);
            }

            starts[i + 1] = labels.Count;
        }

        return new LabelRows([.. labels], starts, classes);
    }
}
