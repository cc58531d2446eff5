namespace Clipper.Bench.Reports.Paper;

/// <summary>What the paper's numbers were measured on, as far as it is known (PROTOCOL sections 2 and 4.1).</summary>
internal static class PaperSetup
{
    // Indoor scenes of the authors' CSV and of the notebooks with all backbones: an older pool than that of the rest.
    private static readonly DatasetSize _olderIndoor = new(3124, 13);

    private static readonly Dictionary<string, DatasetSize> _pools = new(StringComparer.Ordinal)
    {
        ["C10"] = new(10000, 10),
        ["CRC"] = new(5000, 8),
        ["IA"] = new(7500, 200),
        ["IR"] = new(30000, 200),
        ["IS"] = new(10177, 200),
        ["ISR"] = new(1340, 67),
        ["LFW"] = new(13233, 5749),
        ["MI"] = new(12000, 20),
        ["OM"] = new(13180, 659),
        ["UCF"] = new(2664, 22),
        ["YF"] = new(165, 26),
    };

    /// <summary>Query images a class: the numbers that a value may have been measured with; empty where it is not
    /// known.</summary>
    public static IReadOnlyList<int> QueriesOf(PublishedValue value) => value.Dataset switch
    {
        "YF" => value.Ways == 5 ? [3] : [1],
        "IM_F" or "IM_P" => [10],
        "COCO_P" => [15],

        // Streams, of which it is not told whether they had their data's own number or that of the rest.
        "COCO" => [5, 15],
        "IM" => [10, 15],
        "COCO_F" => (value.Ways, value.Shots) != (5, 5) ? [15] : value.Table == "Figure 6.2" ? [5, 15] : [5],
        _ => (value.Ways, value.Shots) switch
        {
            (5 or 8, 5) => [15],
            (5, 1) => [19],
            (10 or 13 or 20, 5) => [5],
            (10 or 13 or 20, 1) => [10],
            _ => [],
        },
    };

    /// <summary>The images that support and queries were drawn from; null where it is not known.</summary>
    public static DatasetSize? PoolOf(PublishedValue value) =>
        value.Dataset == "ISR" && (value.Metric.Contains("_csv", StringComparison.Ordinal) || value.Table == "notebook")
            ? _olderIndoor
            : _pools.TryGetValue(value.Dataset, out DatasetSize size) ? size : null;
}
