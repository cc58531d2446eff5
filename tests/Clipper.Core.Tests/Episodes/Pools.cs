using Clipper.Core.Episodes;

namespace Clipper.Core.Tests.Episodes;

/// <summary>Image lists of made-up data sets.</summary>
internal sealed record Pools(IReadOnlyList<int[]> Lists, IReadOnlyList<string> Names)
{
    /// <summary>Classes of the given sizes; class c holds the samples after those of class c−1.</summary>
    public static Pools Disjoint(IEnumerable<int> sizes)
    {
        var lists = new List<int[]>();
        int next = 0;
        foreach (int size in sizes)
        {
            lists.Add([.. Enumerable.Range(next, size)]);
            next += size;
        }

        return new Pools(lists, [.. lists.Select((_, c) => $"class{c}")]);
    }

    public EpisodeSampler Sampler(EpisodePlan plan) => new(Lists, Names, plan);
}
