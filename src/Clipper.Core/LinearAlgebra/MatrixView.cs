namespace Clipper.Core.LinearAlgebra;

/// <summary>Row-major numbers of shape [<see cref="Rows"/>, <see cref="Columns"/>] that somebody else owns.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct MatrixView<T>
    where T : unmanaged
{
    /// <summary>Looks at <paramref name="values"/> as rows × columns.</summary>
    /// <exception cref="ArgumentException">The length is not rows × columns.</exception>
    public MatrixView(ReadOnlySpan<T> values, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (values.Length != (long)rows * columns)
        {
            throw new ArgumentException(
                $"A {rows}×{columns} matrix needs {(long)rows * columns} values, got {values.Length}.");
        }

        Values = values;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>All values, row after row.</summary>
    public ReadOnlySpan<T> Values { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The shape as text for messages, <c>[rows, columns]</c>.</summary>
    internal string Shape => $"[{Rows}, {Columns}]";

    /// <summary>Row <paramref name="index"/>, of length <see cref="Columns"/>.</summary>
    public ReadOnlySpan<T> Row(int index) => Values.Slice(index * Columns, Columns);

    /// <summary>Rows <paramref name="first"/> … first + <paramref name="count"/> − 1.</summary>
    public MatrixView<T> Slice(int first, int count) =>
        new(Values.Slice(first * Columns, count * Columns), count, Columns);
}
