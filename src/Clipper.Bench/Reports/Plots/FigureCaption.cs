using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Plots;

/// <summary>What a reader of a figure must know of its values.</summary>
internal static class FigureCaption
{
    /// <summary>Number of episodes, the meaning of error bars, and what was chosen on what.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="hasBars">Whether it has error bars; thresholds, for one, have none.</param>
    public static string Of(IReadOnlyList<ReportedValue> values, bool hasBars = true) =>
        string.Join(' ', [Of(values.Select(value => value.Record), hasBars), .. ChoiceNotes.Of(values)]);

    /// <summary>Number of episodes and the meaning of error bars.</summary>
    public static string Of(IEnumerable<RunRecord> records, bool hasBars = true) =>
        $"n = {Numbers(records.Select(r => r.N))} episodes{(hasBars ? "; error bars are 95 % t-intervals" : "")}.";

    private static string Numbers(IEnumerable<int> counts)
    {
        int[] distinct = [.. counts.Distinct().Order()];
        return distinct is [var one]
            ? one.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{distinct[0]} to {distinct[^1]}");
    }
}
