using System.Globalization;

namespace Clipper.Bench.Reports.Tables;

/// <summary>What a reader must know of the signs of a table, where it has them.</summary>
internal static class TableNotes
{
    private const string Bold =
        "Bold: the best of its data set, model and setting, few-shot and streams apart, and all whose 95 % intervals "
        + "overlap that of the best. That is no test; ranks, and the sentences at the head of the report, rest on "
        + "t-tests, paired on the same draws.";

    private const string Interval = "± is the half width of the 95 % t-interval over episodes.";

    private const string Single = "a value of one episode has no interval";

    /// <summary>What bold means where <see cref="BestMarks"/> chose it.</summary>
    public static IReadOnlyList<string> OfBold(IEnumerable<IReadOnlyList<TableCell>> rows) =>
        rows.Any(row => row.Any(cell => cell.IsBest)) ? [Bold] : [];

    /// <summary>What ± means, and why a value has none, for tables with a column of the number of episodes.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="counts">The number of episodes of each value.</param>
    public static IReadOnlyList<string> OfIntervals(
        IEnumerable<IReadOnlyList<TableCell>> rows, IEnumerable<int> counts) =>
    [
        .. HasIntervals(rows) ? [Interval] : Array.Empty<string>(),
        .. counts.Contains(1) ? [$"n = 1: {Single}."] : Array.Empty<string>(),
    ];

    /// <summary>What ± means and how many episodes values are means over, for tables without a column of it.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="counts">The number of episodes of each value; none where the table has no value of ours.</param>
    public static IReadOnlyList<string> OfEpisodes(
        IEnumerable<IReadOnlyList<TableCell>> rows, IReadOnlyList<int> counts)
    {
        if (counts.Count == 0)
        {
            return [];
        }

        (int least, int most) = (counts.Min(), counts.Max());
        string noun = most == 1 ? "episode" : "episodes";
        string number = least == most
            ? string.Create(CultureInfo.InvariantCulture, $"n = {most} {noun}")
            : string.Create(CultureInfo.InvariantCulture, $"n = {least} to {most} {noun}; the values file has each");
        string single = least == 1 ? $"; {Single}" : "";
        return HasIntervals(rows) ? [$"{Interval[..^1]}; {number}{single}."] : [$"{number}{single}."];
    }

    private static bool HasIntervals(IEnumerable<IReadOnlyList<TableCell>> rows) =>
        rows.Any(row => row.Any(cell => cell.Text.Contains('±', StringComparison.Ordinal)));
}
