using Clipper.Bench.Runs;
using Clipper.Core.Metrics;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Compares methods: paired differences on the same draws, Welch's test across draws, and ranks that tie what
/// does not differ significantly.</summary>
internal sealed class MethodComparison
{
    private MethodComparison(IReadOnlyList<PairedDifference> differences, IReadOnlyList<MethodRank> ranks)
    {
        Differences = differences;
        Ranks = ranks;
    }

    /// <summary>Every pair of methods of every group.</summary>
    public IReadOnlyList<PairedDifference> Differences { get; }

    /// <summary>Every method of every group with more than one, the best first.</summary>
    public IReadOnlyList<MethodRank> Ranks { get; }

    /// <summary>Compares within each data set, model, setting, step and metric. Methods of other modes, and streams of
    /// other lengths, whose steps know other numbers of classes, are not compared.</summary>
    /// <param name="values">In the order of the cells.</param>
    public static MethodComparison Of(IReadOnlyList<MethodValues> values)
    {
        var differences = new List<PairedDifference>();
        var ranks = new List<MethodRank>();
        foreach (var place in values.GroupBy(each =>
            (Group: ComparisonGroup.Of(each.Value.Record), each.Value.Record.Mode, each.Steps)))
        {
            MethodValues[] methods = [.. place];
            if (methods.Length > 1)
            {
                PairedDifference[] own = Pairs(place.Key.Group, methods);
                differences.AddRange(own);
                ranks.AddRange(RanksOf(place.Key.Group, methods, own));
            }
        }

        return new MethodComparison(differences, ranks);
    }

    private static PairedDifference[] Pairs(ComparisonGroup group, MethodValues[] methods)
    {
        (MethodValues A, MethodValues B)[] pairs =
        [
            .. from i in Enumerable.Range(0, methods.Length)
               from j in Enumerable.Range(i + 1, methods.Length - i - 1)
               select (methods[i], methods[j]),
        ];
        MeanTest[] tests = [.. pairs.Select(pair => Test(pair.A, pair.B))];
        double[] adjusted = HolmCorrection.Adjust([.. tests.Select(test => test.P)]);
        return
        [
            .. pairs.Select((pair, i) => new PairedDifference(
                group, pair.A.Value.Record.Method, pair.B.Value.Record.Method, pair.A.Value.Record.Mean,
                pair.B.Value.Record.Mean, tests[i], adjusted[i])
            {
                IsPaired = pair.A.HasDrawsOf(pair.B),
            }),
        ];
    }

    // Of a − b.
    private static MeanTest Test(MethodValues a, MethodValues b) => a.HasDrawsOf(b)
        ? MeanTest.Paired(b.Episodes, a.Episodes)
        : MeanTest.Unpaired(b.Episodes, a.Episodes);

    // One pass over the pairs, whatever the number of methods.
    private static IEnumerable<MethodRank> RanksOf(
        ComparisonGroup group, MethodValues[] methods, PairedDifference[] differences)
    {
        bool higher = MetricCatalog.Find(group.Metric)?.HigherIsBetter ?? true;
        Dictionary<string, Standing> standings = methods.Select(method => method.Value.Record.Method)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(method => method, _ => new Standing(), StringComparer.Ordinal);
        foreach (PairedDifference difference in differences)
        {
            if (difference.IsSignificant)
            {
                standings[Loser(difference, higher)].Better++;
            }
            else
            {
                standings[difference.MethodA].TiedWith.Add(difference.MethodB);
                standings[difference.MethodB].TiedWith.Add(difference.MethodA);
            }
        }

        return methods.Select(method => RankOf(group, method, standings[method.Value.Record.Method]))
            .OrderBy(rank => rank.Rank)
            .ThenByDescending(rank => higher ? rank.Mean : -rank.Mean);
    }

    private static MethodRank RankOf(ComparisonGroup group, MethodValues method, Standing standing)
    {
        RunRecord record = method.Value.Record;
        return new MethodRank(
            group, record.Method, 1 + standing.Better, standing.TiedWith, record.Mean, record.Ci95, record.N)
        {
            Draws = method.Draws,
            Mode = record.Mode,
            Steps = method.Steps,
            Contender = method.Contender,
            IsFloor = method.IsFloor,
        };
    }

    private static string Loser(PairedDifference difference, bool higherIsBetter) =>
        difference.Test.Difference > 0 == higherIsBetter ? difference.MethodB : difference.MethodA;

    private sealed class Standing
    {
        public int Better { get; set; }

        public List<string> TiedWith { get; } = [];
    }
}
