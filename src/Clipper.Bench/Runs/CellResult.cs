namespace Clipper.Bench.Runs;

/// <summary>What a cell computed.</summary>
/// <param name="DrawsHash">SHA-256 of the draws file that it used.</param>
/// <param name="Series">Its values, ordered by metric, then condition, then threshold.</param>
internal sealed record CellResult(string DrawsHash, IReadOnlyList<MetricSeries> Series);
