using System.Globalization;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Paper;

namespace Clipper.Bench.Reports;

/// <summary>What a run comes to, in a few sentences for the head of the page.</summary>
internal static class Verdict
{
    private const int MostMethods = 8;

    /// <summary>Which methods are best how often: by accuracy where the data have it, else mAP, else micro-F1. Streams
    /// count beside episodes of the same data and setting, at their last step.</summary>
    public static IEnumerable<string> Best(IReadOnlyList<MethodRank> ranks)
    {
        MethodRank[][] groups =
        [
            .. from place in ranks.GroupBy(
                   rank => (rank.Group with { Metric = "", Step = null }, IsStream: rank.Group.Step is not null))
               let metric = Headlines.All.Select(headline => headline.Metric)
                   .FirstOrDefault(name => place.Any(rank => rank.Group.Metric == name))
               where metric is not null
               let own = place.Where(rank => rank.Group.Metric == metric)
               let last = own.Max(rank => rank.Group.Step)
               select own.Where(rank => rank.Group.Step == last).ToArray(),
        ];
        if (groups.Length == 0)
        {
            yield break;
        }

        var counts = groups.SelectMany(group => group.Where(rank => rank.Rank == 1))
            .GroupBy(rank => rank.Method)
            .Select(method => (Method: method.Key, Count: method.Count()))
            .OrderByDescending(each => each.Count)
            .ToArray();
        string metrics = string.Join(
            " or ",
            from headline in Headlines.All
            where groups.Any(place => place[0].Group.Metric == headline.Metric)
            select headline.Name);
        string places = groups.Length == 1 ? "data set and setting" : "data sets and settings";
        string more = counts.Length > MostMethods
            ? string.Create(CultureInfo.InvariantCulture, $", {counts.Length - MostMethods} other methods less often")
            : "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Best, or not significantly behind the best (paired t-test, Holm, 0.05), by {metrics} on {groups.Length} "
            + $"{places}: {string.Join(", ", counts.Take(MostMethods).Select(Text))}{more}.");

        string Text((string Method, int Count) each) =>
            string.Create(CultureInfo.InvariantCulture, $"{each.Method} on {each.Count}");
    }

    /// <summary>How the numbers stand to the paper's.</summary>
    /// <param name="rows">The run's numbers beside the paper's.</param>
    public static IEnumerable<string> BesidePaper(IReadOnlyList<PaperRow> rows)
    {
        int Count(PaperVerdict verdict) => rows.Count(row => row.Verdict == verdict);
        if (rows.Count > Count(PaperVerdict.NotComparable))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Beside the paper: {Count(PaperVerdict.InsideInterval)} of its numbers lie in our intervals, "
                + $"{Count(PaperVerdict.WithinOnePoint)} within one point, {Count(PaperVerdict.Off)} are off, "
                + $"{Count(PaperVerdict.NotComparable)} are not comparable ('clipper paper' lists them).");
        }
        else if (rows.Count > 0)
        {
            yield return $"No number of the paper is comparable ({rows[0].Remarks[0]}).";
        }
    }
}
