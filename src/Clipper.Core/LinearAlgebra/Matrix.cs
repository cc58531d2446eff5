namespace Clipper.Core.LinearAlgebra;

/// <summary>Row-major numbers of shape [<see cref="Rows"/>, <see cref="Columns"/>] that it owns.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Matrix<T>
    where T : unmanaged
{
    private readonly ArraySegment<T> _values;

    /// <summary>A matrix of zeros; a large one begins with a page of memory.</summary>
    public Matrix(int rows, int columns)
        : this(AlignedArray.Of<T>(checked(rows * columns)), rows, columns)
    {
    }

    /// <summary>Takes <paramref name="values"/> (not a copy) as rows × columns.</summary>
    /// <exception cref="ArgumentException">The length is not rows × columns.</exception>
    public Matrix(T[] values, int rows, int columns)
        : this(new ArraySegment<T>(values), rows, columns)
    {
    }

    private Matrix(ArraySegment<T> values, int rows, int columns)
    {
        _ = new MatrixView<T>(values, rows, columns);
        _values = values;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>All values, row after row.</summary>
    public Span<T> Values => _values;

    /// <summary>Row <paramref name="index"/>, of length <see cref="Columns"/>.</summary>
    public Span<T> Row(int index) => _values.AsSpan(index * Columns, Columns);

    /// <summary>The same numbers, read-only.</summary>
    public MatrixView<T> View => new(_values, Rows, Columns);

    /// <summary>The same numbers, read-only.</summary>
    public static implicit operator MatrixView<T>(Matrix<T> matrix) => matrix.View;
}
