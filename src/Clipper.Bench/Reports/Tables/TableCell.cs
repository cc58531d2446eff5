namespace Clipper.Bench.Reports.Tables;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Number">What numbers are sorted by; null for texts.</param>
/// <param name="IsBest">Whether it is the best of its group or tied with it.</param>
public sealed record TableCell(string Text, double? Number = null, bool IsBest = false);
