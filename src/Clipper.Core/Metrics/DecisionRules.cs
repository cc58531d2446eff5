namespace Clipper.Core.Metrics;

/// <summary>The decision metrics of the catalogue on one tally.</summary>
internal static class DecisionRules
{
    public static double Hamming(DecisionTally tally) => MultiLabelAccuracy.Hamming(tally.Columns, tally.Rows);

    public static double ClassAccuracy(DecisionTally tally) => MultiLabelAccuracy.Mean(tally.Columns, tally.Rows);

    public static double SubsetAccuracy(DecisionTally tally) => (double)tally.ExactRows / tally.Rows;

    // A mean over samples is undefined for one column: see MultiLabelCounts.
    public static Func<DecisionTally, double> PerSample(CountRatio ratio) =>
        tally => tally.Columns.Length == 1 ? double.NaN : tally.Samples.Of(ratio) / tally.Rows;

    public static Func<DecisionTally, double> Weighted(CountRatio ratio) =>
        tally => CountAverages.Weighted(ratio, tally.Averaged);

    public static Func<DecisionTally, double> Overall(CountRatio ratio) =>
        tally => CountAverages.Micro(ratio, tally.Averaged);

    public static Func<DecisionTally, double> PerClass(CountRatio ratio) =>
        tally => CountAverages.Macro(ratio, tally.Averaged);
}
