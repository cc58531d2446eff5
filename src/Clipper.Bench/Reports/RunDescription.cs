using System.Globalization;
using Clipper.Bench.Reports.Html;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports;

/// <summary>What the page says of a run, or of several, besides its numbers.</summary>
internal static class RunDescription
{
    private const int MostNames = 8;

    private static readonly KeyValuePair<string, string> _everyValue = new("every value", "records.csv");

    /// <summary>Title, summary, failures and provenance; without tables and figures.</summary>
    /// <param name="results">What the folder holds.</param>
    /// <param name="cells">Its cells.</param>
    public static ReportContent Of(RunResults results, IReadOnlyList<ReportCell> cells) => new()
    {
        Title = results.Name,
        Summary = Summary(results, cells),
        Warnings = results.Notes,
        Tables = [],
        Figures = [],
        Failures = results.Failures,
        Provenance =
        [
            .. Seeds(cells), .. results.Provenance, new("machine, versions and times", "run.json"), _everyValue,
        ],
        Configuration = results.Configuration,
        Commands =
        [
            "clipper run config.yaml --out again    # in this folder: the same numbers from the same inputs",
            "clipper report .                       # this page, the tables and the plots again",
        ],
    };

    /// <summary>The same of several runs, each with its folder.</summary>
    /// <param name="merged">The runs.</param>
    /// <param name="output">The folder of the report.</param>
    /// <param name="thumbnails">Images of every data set that were asked for; 0 = those that the runs have.</param>
    public static ReportContent Of(MergedRuns merged, string output, int thumbnails) =>
        Of(merged.Results, merged.Cells) with
        {
            Provenance = [.. merged.Runs.SelectMany(Provenance), _everyValue],
            ConfigurationFiles = [.. merged.Runs.Select(run => new ResultsFolder(run.Folder).Config)],
            Commands =
            [
                "# Where this report was made: this page, the tables and the plots again",
                ShellLine.Of(
                [
                    "clipper", "report", .. merged.Runs.Select(run => run.Folder), "--out", output,
                    .. thumbnails > 0
                        ? new[] { "--thumbnails", thumbnails.ToString(CultureInfo.InvariantCulture) }
                        : [],
                ]),
                "# Each run: the same numbers from the same inputs",
                .. merged.Runs.Select((run, i) => ShellLine.Of(
                [
                    "clipper", "run", new ResultsFolder(run.Folder).Config, "--out",
                    string.Create(CultureInfo.InvariantCulture, $"again-{i + 1}"),
                ])),
            ],
        };

    /// <summary>A list of names; of many the first ones, and how many there are.</summary>
    public static string Names(IEnumerable<string> names, string what)
    {
        string[] distinct = [.. names.Distinct()];
        return distinct.Length <= MostNames
            ? string.Join(", ", distinct)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{distinct.Length} {what} ({string.Join(", ", distinct.Take(MostNames))}, …)");
    }

    private static string Summary(RunResults results, IReadOnlyList<ReportCell> cells)
    {
        string failed = results.Failures.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $" {results.Failures.Count} cells failed.")
            : "";
        string[] absent =
        [
            .. results.Gaps.Where(gap => gap.Setting is null && gap.Method.Length == 0)
                .Select(gap => $"{gap.Name} {gap.Variant}".TrimEnd()),
        ];
        string gaps = absent.Length > 0 ? $" Data sets that were not there: {Names(absent, "in all")}." : "";
        return results.Records.Count == 0
            ? $"No cell has a result.{failed}{gaps}"
            : $"{Names(results.Records.Select(r => r.Method), "methods")} on "
                + $"{Names(results.Records.Select(r => $"{r.Dataset} {r.Variant}".TrimEnd()), "data sets")} with "
                + $"{Names(results.Records.Select(r => r.Model), "models")}.{Size(cells)}{failed}{gaps}";
    }

    // How many draws each cell has, in which mode, from which seed.
    private static string Size(IReadOnlyList<ReportCell> cells)
    {
        if (cells.Count == 0)
        {
            return "";
        }

        string[] counts =
        [
            .. from kind in cells.GroupBy(cell => cell.Progress is null ? "episode" : "stream")
               select Numbers(kind.Select(cell => cell.Record.Episodes ?? cell.Record.N), kind.Key),
        ];
        string modes = string.Join(" and ", cells.Select(cell => cell.Record.Mode).Distinct());
        string seeds = string.Join(", ", Seeds(cells).Select(fact => $"{fact.Key} {fact.Value}"));
        return $" {string.Join(" or ", counts)} a cell, {modes} mode, {seeds}.";
    }

    private static string Numbers(IEnumerable<int> numbers, string noun)
    {
        int[] distinct = [.. numbers.Distinct().Order()];
        return distinct is [var only]
            ? string.Create(CultureInfo.InvariantCulture, $"{only} {noun}{(only == 1 ? "" : "s")}")
            : string.Create(CultureInfo.InvariantCulture, $"{distinct[0]} to {distinct[^1]} {noun}s");
    }

    private static IEnumerable<KeyValuePair<string, string>> Seeds(IReadOnlyList<ReportCell> cells)
    {
        string[] seeds = [.. cells.Select(cell => cell.Seed).Distinct()];
        return seeds.Length switch
        {
            0 => [],
            1 => [new("seed", seeds[0])],
            _ => [new("seeds", Names(seeds, "in all"))],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Provenance(MergedRun run)
    {
        KeyValuePair<string, string>[] facts =
        [
            new("folder", run.Folder),
            .. Seeds(run.Cells),
            .. run.Results.Provenance,
            new("machine, versions and times", new ResultsFolder(run.Folder).Manifest),
        ];
        return facts.Select(fact => KeyValuePair.Create($"{run.Name}: {fact.Key}", fact.Value));
    }
}
