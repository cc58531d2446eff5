using System.Numerics;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Training;

/// <summary>Rows with zeros behind them up to a whole number of vectors, so that loops over them have no rest. Zeros
/// add nothing to a product, and as weights they get no gradient and stay zeros.</summary>
internal static class PaddedRows
{
    /// <summary>Values in two of the vectors that training works on.</summary>
    private const int Multiple = 16;

    /// <summary>A padded copy.</summary>
    public static Matrix<T> Of<T>(MatrixView<T> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var padded = new Matrix<T>(rows.Rows, (rows.Columns + Multiple - 1) / Multiple * Multiple);
        Write(rows, padded);
        return padded;
    }

    /// <summary>Writes rows over those of a padded matrix.</summary>
    public static void Write<T>(MatrixView<T> rows, Matrix<T> padded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            rows.Row(row).CopyTo(padded.Row(row));
        }
    }

    /// <summary>The first <paramref name="columns"/> columns as a matrix of its own.</summary>
    public static Matrix<T> Trim<T>(Matrix<T> padded, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = new Matrix<T>(padded.Rows, columns);
        for (int row = 0; row < rows.Rows; row++)
        {
            padded.Row(row)[..columns].CopyTo(rows.Row(row));
        }

        return rows;
    }
}
