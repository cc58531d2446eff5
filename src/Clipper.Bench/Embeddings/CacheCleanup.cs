namespace Clipper.Bench.Embeddings;

/// <summary>What <c>cache gc</c> is asked to remove. Entries that a run.json below a results folder names are always
/// kept.</summary>
/// <param name="UnusedFor">Remove entries that were not used for so long; null = by size alone.</param>
/// <param name="AtMostBytes">Then remove the longest unused until the rest is no larger; null = by age alone.</param>
/// <param name="ResultsFolders">Folders whose runs' entries are kept; searched to any depth.</param>
/// <param name="DryRun">Only say what would be removed.</param>
public sealed record CacheCleanup(
    TimeSpan? UnusedFor, long? AtMostBytes, IReadOnlyList<string> ResultsFolders, bool DryRun = false);
