using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>The ranks of a run's methods as a table.</summary>
internal static class RankTable
{
    private const int DrawsDigits = 8;

    private static readonly string[] _heads =
    [
        "data set", "model", "setting", "mode", "step", "metric", "rank", "method", "draws", "mean", "tied with", "n",
    ];

    private static readonly string[] _columns =
    [
        "dataset", "variant", "model", "ways", "shots", "queries", "step", "metric", "rank", "method", "mean", "ci95",
        "n", "tied_with", "mode", "draws",
    ];

    /// <summary>Writes the table with unrounded numbers.</summary>
    public static void WriteCsv(string path, IReadOnlyList<MethodRank> ranks) =>
        TableFile.WriteCsv(path, _columns, ranks.Select(Fields));

    /// <summary>The table for people; the first rank stands out.</summary>
    public static ResultTable Of(IReadOnlyList<MethodRank> ranks)
    {
        bool hasSteps = ranks.Any(rank => rank.Group.Step is not null);
        bool hasModes = ranks.DistinctBy(rank => rank.Mode).Count() > 1;
        bool hasSeveralDraws = RankedPlace.AllOf(ranks).Any(place => place.HasSeveralDraws);
        int[] used =
        [
            .. Enumerable.Range(0, _heads.Length).Where(column => _heads[column] switch
            {
                "step" => hasSteps,
                "mode" => hasModes,
                "draws" => hasSeveralDraws,
                _ => true,
            }),
        ];
        return new ResultTable(
            "ranks",
            "Ranks of the methods",
            [.. used.Select(column => _heads[column])],
            [.. ranks.Select(Row).Select(row => (IReadOnlyList<TableCell>)[.. used.Select(column => row[column])])],
            [.. Notes(hasSeveralDraws, ranks.Any(rank => rank.N < 2))])
        {
            File = "tables/ranks.csv",
            GroupColumns = used.TakeWhile(column => _heads[column] != "rank").Count(),
        };
    }

    private static IEnumerable<string> Notes(bool hasSeveralDraws, bool hasSingleEpisodes)
    {
        string how = hasSeveralDraws ? "" : "on the same draws ";
        yield return $"Rank: 1 + the number of methods that are significantly better {how}"
            + $"({TestNames.Of(hasSeveralDraws)}); methods that do not differ significantly are tied; bold: rank 1.";
        if (hasSeveralDraws)
        {
            yield return "Draws: the first digits of the SHA-256 of the draws file. Methods with the same ones are "
                + "paired, episode by episode.";
        }

        if (hasSingleEpisodes)
        {
            yield return "With one episode nothing can be tested, and a method is tied with all others.";
        }
    }

    private static TableCell[] Row(MethodRank r) =>
    [
        new(r.Group.DatasetName),
        new(r.Group.Model),
        new(r.Group.Setting),
        new(r.Mode),
        new(TableFile.Text(r.Group.Step)),
        new(r.Group.Metric),
        new(TableFile.Text(r.Rank), r.Rank),
        new(r.Method, IsBest: r.Rank == 1),
        new(r.Draws[..Math.Min(DrawsDigits, r.Draws.Length)]),
        new(new SummaryValue(r.Mean, r.Ci95).ToString(), r.Mean),
        new(string.Join(", ", r.TiedWith)),
        new(TableFile.Text(r.N), r.N),
    ];

    private static IReadOnlyList<string> Fields(MethodRank r) =>
    [
        r.Group.Dataset, r.Group.Variant, r.Group.Model, TableFile.Text(r.Group.Ways), TableFile.Text(r.Group.Shots),
        TableFile.Text(r.Group.Queries), TableFile.Text(r.Group.Step), r.Group.Metric, TableFile.Text(r.Rank),
        r.Method, TableFile.Text(r.Mean), TableFile.Text(r.Ci95), TableFile.Text(r.N), string.Join(';', r.TiedWith),
        r.Mode, r.Draws,
    ];
}
