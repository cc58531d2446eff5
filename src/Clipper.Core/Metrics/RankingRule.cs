namespace Clipper.Core.Metrics;

/// <summary>Computes a ranking metric.</summary>
/// <exception cref="UndefinedMetricException">It has no value on these data.</exception>
internal delegate double RankingRule(ref EpisodeScores episode);
