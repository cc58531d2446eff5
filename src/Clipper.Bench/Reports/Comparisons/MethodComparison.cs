using Clipper.Core.Metrics;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Compares the methods of a run: paired differences on the same draws, and ranks that tie what does not
/// differ significantly.</summary>
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

    /// <summary>Compares within each data set, model, setting, step and metric. Methods of other draws are not
    /// compared.</summary>
    /// <param name="values">In the order of the cells.</param>
    public static MethodComparison Of(IReadOnlyList<MethodValues> values)
    {
        var differences = new List<PairedDifference>();
        var ranks = new List<MethodRank>();
        foreach (var group in values.GroupBy(each => (ComparisonGroup.Of(each.Value.Record), each.Draws)))
        {
            MethodValues[] methods = [.. group];
            if (methods.Length > 1)
            {
                PairedDifference[] own = Pairs(group.Key.Item1, methods);
                differences.AddRange(own);
                ranks.AddRange(RanksOf(group.Key.Item1, methods, own));
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
        PairedTest[] tests = [.. pairs.Select(pair => PairedTest.Of(pair.A.Episodes, pair.B.Episodes))];
        double[] adjusted = HolmCorrection.Adjust([.. tests.Select(test => test.P)]);
        return
        [
            .. pairs.Select((pair, i) => new PairedDifference(
                group, pair.A.Value.Record.Method, pair.B.Value.Record.Method, pair.A.Value.Record.Mean,
                pair.B.Value.Record.Mean, tests[i], adjusted[i])),
        ];
    }

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

        return methods.Select(method => method.Value.Record)
            .Select(record => new MethodRank(
                group,
                record.Method,
                1 + standings[record.Method].Better,
                standings[record.Method].TiedWith,
                record.Mean,
                record.Ci95,
                record.N))
            .OrderBy(rank => rank.Rank)
            .ThenByDescending(rank => higher ? rank.Mean : -rank.Mean);
    }

    private static string Loser(PairedDifference difference, bool higherIsBetter) =>
        difference.Test.Difference > 0 == higherIsBetter ? difference.MethodB : difference.MethodA;

    private sealed class Standing
    {
        public int Better { get; set; }

        public List<string> TiedWith { get; } = [];
    }
}
