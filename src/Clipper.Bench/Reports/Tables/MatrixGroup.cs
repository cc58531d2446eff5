namespace Clipper.Bench.Reports.Tables;

/// <summary>Matrices of one kind, one a cell of the run.</summary>
/// <param name="Title">What they show.</param>
/// <param name="Reading">How they are read.</param>
/// <param name="File">The file that has all numbers, relative to the page.</param>
/// <param name="Tables">The first of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record MatrixGroup(
    string Title, string Reading, string File, IReadOnlyList<MatrixTable> Tables, int Count);
