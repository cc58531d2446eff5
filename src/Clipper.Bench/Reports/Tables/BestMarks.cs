namespace Clipper.Bench.Reports.Tables;

/// <summary>Which values of a group stand out.</summary>
internal static class BestMarks
{
    /// <summary>True for the best mean and for every mean whose 95 % interval overlaps that of the best. A group of one
    /// has nothing to stand out from.</summary>
    /// <param name="values">The values; null where there is none.</param>
    public static bool[] Of(IReadOnlyList<SummaryValue?> values)
    {
        SummaryValue[] present = [.. values.OfType<SummaryValue>().Where(value => !double.IsNaN(value.Mean))];
        if (present.Length < 2)
        {
            return new bool[values.Count];
        }

        SummaryValue best = present.MaxBy(value => value.Mean) ?? present[0];
        double least = best.Mean - (best.Ci95 ?? 0);
        return [.. values.Select(value => value is not null && value.Mean + (value.Ci95 ?? 0) >= least)];
    }
}
