namespace Clipper.Bench.Reports.Comparisons;

/// <summary>The methods that were compared on one data set, model, setting, metric and step.</summary>
/// <param name="Ranks">Their ranks, at least two.</param>
internal sealed record RankedPlace(IReadOnlyList<MethodRank> Ranks)
{
    /// <summary>Those of the methods that have a test: of two episodes or more.</summary>
    public IEnumerable<MethodRank> Tested => Ranks.Where(rank => rank.N > 1);

    /// <summary>Whether two methods compete in it that look at images.</summary>
    public bool HasRivals => AreRivals(Ranks);

    /// <summary>Whether a test compares two such methods.</summary>
    public bool IsDecided => AreRivals(Tested);

    /// <summary>Whether its methods have different draws.</summary>
    public bool HasSeveralDraws => Ranks.DistinctBy(rank => rank.Draws).Count() > 1;

    /// <summary>The places of ranks, in their order.</summary>
    public static IEnumerable<RankedPlace> AllOf(IEnumerable<MethodRank> ranks) =>
        ranks.GroupBy(rank => (rank.Group, rank.Mode, rank.Steps)).Select(place => new RankedPlace([.. place]));

    /// <summary>Of every data set and setting the place of the first headline metric that it has; of streams at their
    /// last step.</summary>
    public static IReadOnlyList<RankedPlace> Headlines(IEnumerable<MethodRank> ranks) =>
    [
        .. from place in ranks.GroupBy(rank =>
               (rank.Group with { Metric = "", Step = null }, rank.Mode, rank.Steps, rank.Group.Step is not null))
           let metric = Reports.Headlines.All.Select(headline => headline.Metric)
               .FirstOrDefault(name => place.Any(rank => rank.Group.Metric == name))
           where metric is not null
           let own = place.Where(rank => rank.Group.Metric == metric)
           let last = own.Max(rank => rank.Group.Step)
           select new RankedPlace([.. own.Where(rank => rank.Group.Step == last)]),
    ];

    private static bool AreRivals(IEnumerable<MethodRank> ranks) =>
        ranks.Where(rank => !rank.IsFloor).DistinctBy(rank => rank.Contender).Count() > 1;
}
