namespace Clipper.Bench.Reports.Tables;

/// <summary>What a reader must know of the signs of a table, where it has them.</summary>
internal static class TableNotes
{
    private const string Bold =
        "Bold: the best of its data set, model and setting, and all whose 95 % intervals overlap that of the best. "
        + "That is no test; ranks, and the sentences at the head of the report, rest on t-tests, paired on the same "
        + "draws.";

    private const string Interval = "± is the half width of the 95 % t-interval over episodes.";

    /// <summary>What bold means where <see cref="BestMarks"/> chose it.</summary>
    public static IReadOnlyList<string> OfBold(IEnumerable<IReadOnlyList<TableCell>> rows) =>
        rows.Any(row => row.Any(cell => cell.IsBest)) ? [Bold] : [];

    /// <summary>What ± means.</summary>
    public static IReadOnlyList<string> OfIntervals(IEnumerable<IReadOnlyList<TableCell>> rows) =>
        rows.Any(row => row.Any(cell => cell.Text.Contains('±', StringComparison.Ordinal))) ? [Interval] : [];
}
