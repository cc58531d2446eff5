namespace Clipper.Core.Episodes;

/// <summary>One drawn episode. Classes are indices into the data set's class list, samples indices into its
/// samples.</summary>
/// <param name="Seed">The seed of its random stream (PROTOCOL 4.2: the episode's number).</param>
/// <param name="Classes">The drawn classes, in drawn order (length ways).</param>
/// <param name="Support">Support samples, class by class in drawn order.</param>
/// <param name="Query">Query samples, class by class in drawn order.</param>
public sealed record Episode(
    int Seed, IReadOnlyList<int> Classes, IReadOnlyList<EpisodeSample> Support, IReadOnlyList<EpisodeSample> Query);
