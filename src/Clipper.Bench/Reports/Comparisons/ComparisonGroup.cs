using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>What methods are compared within: the same draws and the same metric.</summary>
/// <param name="Dataset">Data set.</param>
/// <param name="Variant">Its split or form.</param>
/// <param name="Model">Model.</param>
/// <param name="Ways">Classes an episode.</param>
/// <param name="Shots">Support images a class.</param>
/// <param name="Queries">Query images a class.</param>
/// <param name="Step">Step of a continual stream; null elsewhere.</param>
/// <param name="Metric">Metric.</param>
public sealed record ComparisonGroup(
    string Dataset, string Variant, string Model, int? Ways, int? Shots, int? Queries, int? Step, string Metric)
{
    /// <summary>Data set and variant, for people.</summary>
    public string DatasetName => $"{Dataset} {Variant}".TrimEnd();

    /// <summary>Size of an episode, e.g. 5w1s15q.</summary>
    public string Setting => SettingText.Of(new EpisodePlan(Ways ?? 1, Shots ?? 1, Queries ?? 0));

    /// <summary>The group of a record.</summary>
    public static ComparisonGroup Of(RunRecord r) =>
        new(r.Dataset, r.Variant, r.Model, r.Ways, r.Shots, r.Queries, r.Step, r.Metric);
}
