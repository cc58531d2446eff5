using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>What an experiment asks for and cannot have: a data set that is not there or cannot fill a setting, or a
/// method that the model cannot serve.</summary>
/// <param name="Name">The data set.</param>
/// <param name="Variant">Its form, as the experiment asks for it.</param>
/// <param name="Setting">The setting that it cannot fill; null where it is not there.</param>
/// <param name="Method">Label of the method that cannot be run on it; empty for all.</param>
/// <param name="Reason">Why, without the end of a sentence.</param>
internal sealed record DataGap(string Name, string Variant, EpisodePlan? Setting, string Method, string Reason);
