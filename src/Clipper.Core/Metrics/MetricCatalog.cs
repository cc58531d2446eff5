namespace Clipper.Core.Metrics;

/// <summary>Every metric by name (to be written by its owner; this is the agreed surface).</summary>
public static class MetricCatalog
{
    /// <summary>All metrics, in the fixed order of tables.</summary>
    public static IReadOnlyList<Metric> All => throw new NotImplementedException();

    /// <summary>The metric of that name, or null.</summary>
    public static Metric? Find(string name) => throw new NotImplementedException();
}
