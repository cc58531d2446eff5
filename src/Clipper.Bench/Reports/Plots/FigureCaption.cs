using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Plots;

/// <summary>What a reader of a figure must know of its values.</summary>
internal static class FigureCaption
{
    /// <summary>Number of episodes, the meaning of error bars, and what was chosen on what.</summary>
    public static string Of(IReadOnlyList<ReportedValue> values) =>
        string.Join(' ', [Of(values.Select(value => value.Record)), .. ChoiceNotes.Of(values)]);

    /// <summary>Number of episodes and the meaning of error bars.</summary>
    public static string Of(IEnumerable<RunRecord> records) =>
        $"n = {Numbers(records.Select(r => r.N))} episodes; error bars are 95 % t-intervals.";

    private static string Numbers(IEnumerable<int> counts)
    {
        int[] distinct = [.. counts.Distinct().Order()];
        return distinct is [var one]
            ? one.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{distinct[0]} to {distinct[^1]}");
    }
}
