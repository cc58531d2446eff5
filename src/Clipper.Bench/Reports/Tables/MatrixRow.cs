namespace Clipper.Bench.Reports.Tables;

/// <summary>A row of a matrix.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Cells">One a column.</param>
public sealed record MatrixRow(string Name, IReadOnlyList<MatrixCell> Cells);
