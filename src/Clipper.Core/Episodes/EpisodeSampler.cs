namespace Clipper.Core.Episodes;

/// <summary>Draws episodes (to be written by its owner; this is the agreed surface).</summary>
public sealed class EpisodeSampler
{
    /// <summary>Over the image lists of all classes: <paramref name="pools"/>[c] = samples of class c in loader order, and
    /// <paramref name="classNames"/>[c] its name, in eligible-label order.</summary>
    /// <exception cref="Clipper.Core.Errors.UsageException">Fewer than ways classes have shots + queries images (names class, have, need).</exception>
    public EpisodeSampler(IReadOnlyList<int[]> pools, IReadOnlyList<string> classNames, EpisodePlan plan) => throw new NotImplementedException();

    /// <summary>Single-label draw (PROTOCOL 4.3) for the given seed.</summary>
    public Episode Draw(int seed) => throw new NotImplementedException();

    /// <summary>Multi-label draw (PROTOCOL 4.4), with an error instead of an endless loop.</summary>
    public Episode DrawMultiLabel(int seed) => throw new NotImplementedException();
}
