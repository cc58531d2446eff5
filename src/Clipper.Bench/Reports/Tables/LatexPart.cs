namespace Clipper.Bench.Reports.Tables;

/// <summary>The columns of a tabular.</summary>
/// <param name="Columns">Their places in the table.</param>
/// <param name="WrapWidth">How wide a column is whose texts take several lines, in points.</param>
internal sealed record LatexPart(IReadOnlyList<int> Columns, double WrapWidth);
