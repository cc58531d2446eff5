namespace Clipper.Bench.Reports.Tables;

/// <summary>A cell of a matrix.</summary>
/// <param name="Text">What is shown; empty where there is nothing.</param>
/// <param name="Share">How strongly it is coloured, from 0 to 1; NaN for no colour.</param>
/// <param name="IsDiagonal">Whether it is right, or otherwise to be told from its neighbours.</param>
public readonly record struct MatrixCell(string Text, double Share, bool IsDiagonal = false);
