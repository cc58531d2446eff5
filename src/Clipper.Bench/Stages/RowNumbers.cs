using System.Collections;
using System.Globalization;

namespace Clipper.Bench.Stages;

/// <summary>0, 1, … as text, made as they are asked for.</summary>
/// <param name="count">How many there are.</param>
internal sealed class RowNumbers(int count) : IReadOnlyList<string>
{
    /// <inheritdoc />
    public int Count => count;

    /// <inheritdoc />
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)count, nameof(index));
            return index.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator()
    {
        for (int row = 0; row < count; row++)
        {
            yield return this[row];
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
