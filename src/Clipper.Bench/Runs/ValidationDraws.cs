using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>Episodes to choose on, apart from those that are reported.</summary>
/// <param name="Episodes">The episodes.</param>
/// <param name="Hash">SHA-256 of their draws file.</param>
/// <param name="Source">How they are kept apart: <see cref="ChoiceSource.OtherClasses"/> or
/// <see cref="ChoiceSource.OtherSeeds"/>.</param>
internal sealed record ValidationDraws(IReadOnlyList<Episode> Episodes, string Hash, ChoiceSource Source);
