using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Plots;

/// <summary>What a reader of a figure must know of its values.</summary>
internal static class FigureCaption
{
    /// <summary>Number of episodes, the meaning of error bars, and what was chosen on what.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="curves">Its lines.</param>
    public static string Of(IReadOnlyList<ReportedValue> values, IReadOnlyList<Curve> curves) =>
        string.Join(' ', [Of(values.Select(value => value.Record), curves), .. ChoiceNotes.Of(values)]);

    /// <summary>Number of episodes and the meaning of error bars, where there are any.</summary>
    /// <param name="records">Its values.</param>
    /// <param name="curves">Its lines; those of thresholds, for one, have no intervals.</param>
    public static string Of(IEnumerable<RunRecord> records, IReadOnlyList<Curve> curves)
    {
        int[] counts = [.. records.Select(record => record.N).Distinct().Order()];
        string n = counts is [var one] ? Text(one) : $"{Text(counts[0])} to {Text(counts[^1])}";
        return $"n = {n} {(counts is [1] ? "episode" : "episodes")}{Bars(curves, counts)}.";
    }

    private static string Bars(IReadOnlyList<Curve> curves, int[] counts)
    {
        int intervals = curves.Sum(curve => curve.Points.Count(point => point.Ci95 is not null));
        if (intervals == 0)
        {
            return counts is [1] ? ", which has no interval" : "";
        }

        bool isEvery = curves.Sum(curve => FigureDrawing.BarsOf(curve).Count) == intervals;
        return $"; error bars{(isEvery ? "" : ", drawn at some of the points,")} are 95 % t-intervals"
            + (counts[0] == 1 ? ", which one episode has not" : "");
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
