namespace Clipper.Core.Episodes;

/// <summary>The size of a few-shot episode: <paramref name="Ways"/> classes, <paramref name="Shots"/> support and
/// <paramref name="Queries"/> query images a class (PROTOCOL 4.1).</summary>
/// <param name="Ways">Classes an episode, at least 1.</param>
/// <param name="Shots">Support images a class, at least 1.</param>
/// <param name="Queries">Query images a class, at least 0.</param>
public sealed record EpisodePlan(int Ways, int Shots, int Queries)
{
    /// <summary>Classes an episode.</summary>
    public int Ways { get; init; } = AtLeast(1, Ways, nameof(Ways));

    /// <summary>Support images a class.</summary>
    public int Shots { get; init; } = AtLeast(1, Shots, nameof(Shots));

    /// <summary>Query images a class.</summary>
    public int Queries { get; init; } = AtLeast(0, Queries, nameof(Queries));

    /// <summary>Images that an eligible class must have: shots + queries.</summary>
    public int SamplesPerClass => checked(Shots + Queries);

    private static int AtLeast(int least, int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
