using System.Globalization;

namespace Clipper.Core.LinearAlgebra;

/// <summary>A number that is NaN or infinite where only finite ones have a meaning. Whoever knows the file that the
/// matrix came from turns it into an error that names that file.</summary>
public sealed class NonFiniteException(int row, int column, double value)
    : ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"Row {row} holds {value} at column {column}; every number of an embedding must be finite."))
{
    /// <summary>The row of the number.</summary>
    public int Row { get; } = row;

    /// <summary>The column of the number.</summary>
    public int Column { get; } = column;
}
