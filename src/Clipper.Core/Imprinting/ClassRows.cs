using System.Runtime.CompilerServices;

namespace Clipper.Core.Imprinting;

/// <summary>The rows of every class, ascending: labels the other way round.</summary>
internal sealed class ClassRows
{
    private readonly int[] _rows;
    private readonly int[] _starts;

    /// <summary>Sorts the labels by class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ClassRows(LabelRows labels)
    {
        _starts = new int[labels.Classes + 1];
        int[] counts = labels.Counts();
        for (int c = 0; c < counts.Length; c++)
        {
            _starts[c + 1] = _starts[c] + counts[c];
        }

        _rows = new int[_starts[^1]];
        int[] next = _starts[..^1];
        for (int row = 0; row < labels.Rows; row++)
        {
            foreach (int label in labels.Row(row))
            {
                _rows[next[label]++] = row;
            }
        }
    }

    /// <summary>How many samples carry class <paramref name="index"/>.</summary>
    public int Count(int index) => _starts[index + 1] - _starts[index];

    /// <summary>The samples that carry class <paramref name="index"/>, ascending, and behind them those of the classes
    /// that follow.</summary>
    public ReadOnlySpan<int> From(int index) => _rows.AsSpan(_starts[index]);
}
