namespace Clipper.Bench.Reports;

/// <summary>The metrics that tables and figures show first, and what they are called there. There are several
/// definitions of average precision, so its name says whose it is.</summary>
internal static class Headlines
{
    /// <summary>Metric and name, the first that a data set allows being the first choice.</summary>
    public static IReadOnlyList<(string Metric, string Name)> All { get; } =
        [("accuracy", "accuracy"), ("map", "mAP (sklearn)"), ("o_f1", "micro-F1")];

    /// <summary>The name of one of them.</summary>
    public static string NameOf(string metric) => All.First(headline => headline.Metric == metric).Name;
}
