using Clipper.Bench.Runs;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Reports;

/// <summary>One record of a metric that was computed for many thresholds.</summary>
internal static class BestRecord
{
    /// <summary>The record with the best mean, the first on ties: the lowest threshold, the fewest epochs.</summary>
    /// <param name="records">Records of one metric and method, at least one; thresholds and epochs ascending.</param>
    public static RunRecord Of(IReadOnlyList<RunRecord> records)
    {
        bool isLoss = MetricCatalog.Find(records[0].Metric) is { HigherIsBetter: false };
        return isLoss
            ? records.MinBy(record => record.Mean) ?? records[0]
            : records.MaxBy(record => record.Mean) ?? records[0];
    }
}
