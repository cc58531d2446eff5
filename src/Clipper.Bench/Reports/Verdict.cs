using System.Globalization;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Paper;

namespace Clipper.Bench.Reports;

/// <summary>What a run comes to, in a few sentences for the head of the page.</summary>
internal static class Verdict
{
    private const int MostMethods = 8;

    /// <summary>Which methods are best how often: by accuracy where the data have it, else mAP, else micro-F1. Streams
    /// count beside episodes of the same data and setting, at their last step. Where there are no two rivals, but for
    /// guesses that look at no image, or where none has episodes enough for a test, no method is called best; the
    /// sentences say how often that is so.</summary>
    public static IEnumerable<string> Best(IReadOnlyList<MethodRank> ranks)
    {
        IReadOnlyList<RankedPlace> all = RankedPlace.Headlines(ranks);
        RankedPlace[] decided = [.. all.Where(place => place.IsDecided)];
        if (decided.Length > 0)
        {
            string metrics = string.Join(
                " or ",
                from headline in Headlines.All
                where decided.Any(place => place.Ranks[0].Group.Metric == headline.Metric)
                select headline.Name);
            string tests = TestNames.Of(decided.Any(place => place.HasSeveralDraws));
            yield return $"Best, or not significantly behind the best ({tests}), by {metrics} on "
                + $"{Places(decided.Length)}: {Counts(decided)}.";
        }

        RankedPlace[] mixed = [.. decided.Where(place => place.HasSeveralDraws)];
        if (mixed.Length > 0)
        {
            yield return AcrossDraws(mixed, decided.Length);
        }

        string[] left = [.. LeftOut(all)];
        if (left.Length > 0)
        {
            string what = decided.Length > 0 ? "Left out" : "No method is called best";
            yield return $"{what}: {string.Join("; ", left)}.";
        }
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

    private static string Places(int count) => count == 1
        ? "1 data set and setting"
        : string.Create(CultureInfo.InvariantCulture, $"{count} data sets and settings");

    // Those of one count stand together or not at all, so that those that are not named are best less often.
    private static string Counts(IEnumerable<RankedPlace> places)
    {
        var counts = places.SelectMany(place => place.Tested.Where(rank => rank.Rank == 1))
            .GroupBy(rank => rank.Method)
            .GroupBy(method => method.Count(), method => method.Key)
            .OrderByDescending(same => same.Key)
            .Select(same => (Count: same.Key, Methods: same.ToArray()))
            .ToArray();
        var parts = new List<string>();
        int named = 0;
        int next = 0;
        while (next < counts.Length && named + counts[next].Methods.Length <= MostMethods)
        {
            (int count, string[] methods) = counts[next++];
            parts.AddRange(methods.Select(method =>
                string.Create(CultureInfo.InvariantCulture, $"{method} on {count}")));
            named += methods.Length;
        }

        int rest = counts.Skip(next).Sum(same => same.Methods.Length);
        if (rest > 0 && named == 0)
        {
            (int count, string[] methods) = counts[next];
            string first = string.Join(", ", methods.Take(MostMethods));
            parts.Add(string.Create(
                CultureInfo.InvariantCulture, $"{methods.Length} methods on {count} each ({first}, …)"));
            rest -= methods.Length;
        }

        if (rest > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{rest} other methods less often"));
        }

        return string.Join(", ", parts);
    }

    private static string AcrossDraws(RankedPlace[] mixed, int decided)
    {
        string where = decided == 1
            ? "There,"
            : mixed.Length == decided
                ? "On all of them,"
                : string.Create(CultureInfo.InvariantCulture, $"On {mixed.Length} of them,");
        string[] sets = [.. mixed.Select(SetsOfDraws).Distinct()];
        string paired = sets is [var only] && mixed[0].Ranks.Count <= MostMethods
            ? only
            : "Paired are those of the same draws, which the ranks name.";
        return $"{where} methods of different draws are compared by Welch's t-test. {paired}";
    }

    private static string SetsOfDraws(RankedPlace place)
    {
        string[] sets =
        [
            .. place.Ranks.GroupBy(rank => rank.Draws).Where(set => set.Count() > 1)
                .Select(set => string.Join(" with ", set.Select(rank => rank.Method).Order(StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
        return sets.Length > 0 ? $"Paired are {string.Join("; ", sets)}." : "None are paired.";
    }

    private static IEnumerable<string> LeftOut(IReadOnlyList<RankedPlace> places)
    {
        int unrivalled = places.Count(place => !place.HasRivals);
        int untested = places.Count(place => place.HasRivals && !place.IsDecided);
        if (unrivalled > 0)
        {
            yield return $"{Places(unrivalled)} where at most one method stands beside constant or random guesses";
        }

        if (untested > 0)
        {
            yield return $"{Places(untested)} where single episodes allow no test";
        }
    }
}
