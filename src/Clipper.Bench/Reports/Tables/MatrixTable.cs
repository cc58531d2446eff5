namespace Clipper.Bench.Reports.Tables;

/// <summary>Numbers by row and column, coloured by their size.</summary>
/// <param name="Title">What it is of.</param>
/// <param name="Corner">What rows and columns are.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Names of the rows and their cells, each as many as there are columns.</param>
/// <param name="Note">What was left out; empty where it is whole.</param>
public sealed record MatrixTable(
    string Title, string Corner, IReadOnlyList<string> Columns, IReadOnlyList<MatrixRow> Rows, string Note);
