using System.Runtime.CompilerServices;

namespace Clipper.Core.Imprinting;

/// <summary>The labels of n samples: for each row the ascending, distinct indices of its classes in
/// [0, <see cref="Classes"/>).</summary>
public sealed class LabelRows
{
    private readonly int[] _labels;
    private readonly int[] _starts;

    private LabelRows(int[] labels, int[] starts, int classes, bool hasEmptyRows)
    {
        _labels = labels;
        _starts = starts;
        Classes = classes;
        HasEmptyRows = hasEmptyRows;
    }

    /// <summary>Number of samples.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>Number of classes (not all need occur).</summary>
    public int Classes { get; }

    /// <summary>Whether a sample has no class.</summary>
    internal bool HasEmptyRows { get; }

    /// <summary>The class indices of all samples, one sample after the other.</summary>
    internal ReadOnlySpan<int> Labels => _labels;

    /// <summary>For each sample where its class indices end in <see cref="Labels"/>.</summary>
    internal ReadOnlySpan<int> Ends => _starts.AsSpan(1);

    /// <summary>The class indices of sample <paramref name="row"/>, ascending; empty where it has none.</summary>
    public ReadOnlySpan<int> Row(int row) => _labels.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>Whether sample <paramref name="row"/> carries <paramref name="classIndex"/>.</summary>
    public bool Has(int row, int classIndex) => Row(row).BinarySearch(classIndex) >= 0;

    /// <summary>How many samples carry each class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Counts()
    {
        var counts = new int[Classes];
        foreach (int label in _labels)
        {
            counts[label]++;
        }

        return counts;
    }

    /// <summary>One class a sample.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is outside [0, classes).</exception>
    public static LabelRows Single(ReadOnlySpan<int> labels, int classes)
    {
        var starts = new int[labels.Length + 1];
        for (int row = 0; row < labels.Length; row++)
        {
            RequireInRange(labels[row], row, classes);
            starts[row + 1] = row + 1;
        }

        return new LabelRows([.. labels], starts, classes, hasEmptyRows: false);
    }

    /// <summary>Any number of classes a sample, in any order; duplicates count once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is outside [0, classes).</exception>
    public static LabelRows Of(IReadOnlyList<int[]> rows, int classes)
    {
        var starts = new int[rows.Count + 1];
        var labels = new List<int>(rows.Count);
        bool hasEmptyRows = false;
        for (int row = 0; row < rows.Count; row++)
        {
            int[] sorted = [.. rows[row]];
            Array.Sort(sorted);
            for (int i = 0; i < sorted.Length; i++)
            {
                RequireInRange(sorted[i], row, classes);
                if (i == 0 || sorted[i] != sorted[i - 1])
                {
                    labels.Add(sorted[i]);
                }
            }

            starts[row + 1] = labels.Count;
            hasEmptyRows |= sorted.Length == 0;
        }

        return new LabelRows([.. labels], starts, classes, hasEmptyRows);
    }

    /// <summary>The labels of samples of which each stands so many times, one after the other.</summary>
    /// <param name="times">At least 1.</param>
    public LabelRows Repeat(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var rows = new int[Rows * times][];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = Row(row / times).ToArray();
        }

        return Of(rows, Classes);
    }

    /// <summary>Some neighbouring samples with some neighbouring classes, which are counted from
    /// <paramref name="firstClass"/> on; their labels outside are left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such samples.</exception>
    public LabelRows Part(int firstRow, int rows, int firstClass, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstRow + rows, Rows);
        var kept = new int[rows][];
        for (int row = 0; row < rows; row++)
        {
            var labels = new List<int>();
            foreach (int label in Row(firstRow + row))
            {
                if (label >= firstClass && label < firstClass + classes)
                {
                    labels.Add(label - firstClass);
                }
            }

            kept[row] = [.. labels];
        }

        return Of(kept, classes);
    }

    private static void RequireInRange(int label, int row, int classes)
    {
        if ((uint)label >= (uint)classes)
        {
            throw new ArgumentOutOfRangeException(
                nameof(label), $"Row {row} carries class {label}; classes are 0 to {classes - 1}.");
        }
    }
}
