namespace Clipper.Core.LinearAlgebra;

/// <summary>The rows of a matrix.</summary>
/// <param name="matrix">The matrix.</param>
public sealed class MatrixRows(Matrix<float> matrix) : IRowSource<float>
{
    /// <inheritdoc />
    public int Rows => matrix.Rows;

    /// <inheritdoc />
    public int Columns => matrix.Columns;

    /// <inheritdoc />
    public ReadOnlySpan<float> Row(int index) => matrix.Row(index);

    /// <inheritdoc />
    public double Norm(int index) => UnitRows.Norm<float>(matrix.Row(index), index);
}
