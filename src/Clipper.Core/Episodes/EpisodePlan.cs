namespace Clipper.Core.Episodes;

/// <summary>The size of a few-shot episode: <paramref name="Ways"/> classes, <paramref name="Shots"/> support and
/// <paramref name="Queries"/> query images a class (PROTOCOL 4.1).</summary>
/// <param name="Ways">Classes an episode, at least 1.</param>
/// <param name="Shots">Support images a class, at least 1.</param>
/// <param name="Queries">Query images a class, at least 0.</param>
public sealed record EpisodePlan(int Ways, int Shots, int Queries)
{
    /// <summary>Ways of a plan that takes every class of a data set that has images enough; <see cref="Over"/> puts
    /// their number in its place.</summary>
    public const int AllClasses = int.MaxValue;

    /// <summary>Classes an episode.</summary>
    public int Ways { get; init; } = AtLeast(1, Ways, nameof(Ways));

    /// <summary>Support images a class.</summary>
    public int Shots { get; init; } = AtLeast(1, Shots, nameof(Shots));

    /// <summary>Query images a class.</summary>
    public int Queries { get; init; } = AtLeast(0, Queries, nameof(Queries));

    /// <summary>Images that an eligible class must have: shots + queries.</summary>
    public int SamplesPerClass => checked(Shots + Queries);

    /// <summary>The plan for a data set whose classes have so many images each: with
    /// <see cref="AllClasses"/> as many ways as classes have <see cref="SamplesPerClass"/>, at least 1; else as it
    /// is.</summary>
    public EpisodePlan Over(IReadOnlyList<int[]> pools) => Ways == AllClasses
        ? this with { Ways = Math.Max(1, pools.Count(pool => pool.Length >= SamplesPerClass)) }
        : this;

    private static int AtLeast(int least, int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
