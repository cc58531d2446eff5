using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>The episodes of a data set and setting, shared by all models and methods.</summary>
/// <param name="Episodes">The episodes, by number.</param>
/// <param name="Hash">SHA-256 of the draws file.</param>
internal sealed record EpisodeDraws(IReadOnlyList<Episode> Episodes, string Hash);
