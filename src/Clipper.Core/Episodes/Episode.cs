namespace Clipper.Core.Episodes;

/// <summary>One drawn episode. Classes are indices into the data set's class list, samples indices into its
/// samples.</summary>
/// <param name="Seed">Which random stream it was drawn from (<see cref="EpisodeSeed"/>).</param>
/// <param name="Classes">The drawn classes, in drawn order (length ways).</param>
/// <param name="Support">Support samples, class by class in drawn order.</param>
/// <param name="Query">Query samples, class by class in drawn order.</param>
public sealed record Episode(
    long Seed, IReadOnlyList<int> Classes, IReadOnlyList<EpisodeSample> Support, IReadOnlyList<EpisodeSample> Query)
{
    /// <summary>How often its classes were drawn again, because their images did not suffice
    /// (<see cref="Shortage.Redraw"/>).</summary>
    public int Redrawn { get; init; }
}
