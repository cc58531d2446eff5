namespace Clipper.Bench.Runs;

/// <summary>What scoring an episode gives.</summary>
/// <param name="Truth">What its queries are.</param>
/// <param name="Results">One a condition; of a stream one a step and condition, step after step.</param>
/// <param name="Progress">Of a stream how every class fared, one a condition; else empty.</param>
internal sealed record EpisodeOutcome(
    EpisodeTruth Truth, IReadOnlyList<EpisodeResult> Results, IReadOnlyList<ClassProgress> Progress);
