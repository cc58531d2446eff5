using System.Globalization;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Whether a run may stand in the place of another, and why not.</summary>
public static class RegressionGate
{
    private const int MostNamed = 5;

    /// <summary>Why the second run does not pass: it is significantly worse by more than <paramref name="margin"/>,
    /// lacks a value of the first, of those that are reported or any other of records.csv, or moved by more than that
    /// where no test is possible. Empty where it passes.</summary>
    /// <param name="comparison">The two runs.</param>
    /// <param name="margin">Which losses, in the unit of the metric, are accepted.</param>
    public static IReadOnlyList<string> Reasons(RunComparison comparison, double margin)
    {
        int all = comparison.Differences.Count;
        string beyond = margin > 0 ? Text($" by more than {margin:R}") : "";
        RunDifference[] worse = [.. comparison.Differences.Where(difference => difference.IsRegression(margin))];
        RunDifference[] untested = [.. comparison.Differences.Where(each => each.IsUntestedBeyond(margin))];
        int lost = comparison.Moved.Count(moved => moved.MeanB is null);
        return
        [
            .. Reason(
                worse.Length,
                Text($"B is significantly worse{beyond} in {worse.Length} of {all} values: {Names(worse)}")),
            .. Reason(
                untested.Length,
                Text($"{untested.Length} of {all} values moved{beyond} and cannot be tested, as fewer than 2 episodes ")
                + $"of a run have them: {Names(untested)}"),
            .. Reason(
                comparison.Missing.Count, Text($"B lacks {comparison.Missing.Count}: {Some(comparison.Missing)}")),
            .. Reason(lost, Text($"B lacks {lost} lines of A's records.csv")),
        ];
    }

    /// <summary>Why the second run does not pass where every number has to be the same.</summary>
    public static IReadOnlyList<string> ExactReasons(RunComparison comparison) =>
        [.. Reason(comparison.Moved.Count, Text($"{comparison.Moved.Count} numbers of A's records.csv moved"))];

    /// <summary>The first of some values, and how many more there are.</summary>
    public static string Names(IReadOnlyList<RunDifference> differences) =>
        Some([.. differences.Select(difference => difference.Name)]);

    private static string Some(IReadOnlyList<string> names) =>
        string.Join("; ", names.Take(MostNamed))
        + (names.Count > MostNamed ? Text($"; and {names.Count - MostNamed} more") : "");

    private static string[] Reason(int count, string reason) => count > 0 ? [reason] : [];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
