namespace Clipper.Core.Imprinting;

/// <summary>The rows of every class, ascending: <see cref="LabelRows"/> seen from the classes.</summary>
internal sealed class ClassMembers
{
    private readonly int[] _rows;
    private readonly int[] _starts;

    /// <summary>Turns <paramref name="labels"/> round (counting sort).</summary>
    public ClassMembers(LabelRows labels)
    {
        _starts = new int[labels.Classes + 1];
        for (int row = 0; row < labels.Rows; row++)
        {
            foreach (int label in labels.Row(row))
            {
                _starts[label + 1]++;
            }
        }

        for (int label = 0; label < labels.Classes; label++)
        {
            _starts[label + 1] += _starts[label];
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

    /// <summary>The rows that carry <paramref name="classIndex"/>.</summary>
    public ReadOnlySpan<int> Of(int classIndex) => _rows.AsSpan(_starts[classIndex].._starts[classIndex + 1]);
}
