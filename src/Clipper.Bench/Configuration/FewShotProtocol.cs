using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration;

/// <summary>How few-shot episodes are drawn (PROTOCOL section 4).</summary>
/// <param name="Mode">Corrected.</param>
/// <param name="Settings">The sizes, in order; one table cell each.</param>
/// <param name="Episodes">Episodes a setting, at least 1.</param>
public sealed record FewShotProtocol(ProtocolMode Mode, IReadOnlyList<EpisodePlan> Settings, int Episodes);
