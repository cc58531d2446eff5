using System.Buffers;
using System.Runtime.CompilerServices;

namespace Clipper.Core.Imprinting;

/// <summary>The rows of every class, ascending: labels the other way round.</summary>
internal readonly ref struct ClassRows
{
    private readonly int[] _rented;
    private readonly int[] _starts;

    /// <summary>Sorts the labels by class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ClassRows(LabelRows labels)
    {
        int[] counts = labels.Counts();
        _starts = new int[counts.Length + 1];
        for (int c = 0; c < counts.Length; c++)
        {
            _starts[c + 1] = _starts[c] + counts[c];
        }

        // Rented: new memory of so many rows would be found page by page, which takes as long as the sorting.
        int[] rows = ArrayPool<int>.Shared.Rent(_starts[^1]);
        int[] next = _starts[..^1];
        ReadOnlySpan<int> all = labels.Labels;
        ReadOnlySpan<int> ends = labels.Ends;
        for (int row = 0, i = 0; row < ends.Length; row++)
        {
            for (; i < ends[row]; i++)
            {
                rows[next[all[i]]++] = row;
            }
        }

        _rented = rows;
    }

    /// <summary>How many samples carry class <paramref name="index"/>.</summary>
    public int Count(int index) => _starts[index + 1] - _starts[index];

    /// <summary>The samples that carry class <paramref name="index"/>, ascending, and behind them those of the classes
    /// that follow.</summary>
    public ReadOnlySpan<int> From(int index) => _rented.AsSpan(_starts[index].._starts[^1]);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<int>.Shared.Return(_rented);
}
