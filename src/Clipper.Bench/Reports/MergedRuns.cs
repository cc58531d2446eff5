using System.Globalization;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports;

/// <summary>Several runs as one: where two of them have the same data set, model, setting and method, the name of the
/// run stands behind every method.</summary>
/// <param name="Results">All of them together.</param>
/// <param name="Episodes">The values of every episode behind the reported ones.</param>
/// <param name="Cells">The cells, and what they counted.</param>
/// <param name="Runs">Each of them, as it is.</param>
internal sealed record MergedRuns(
    RunResults Results,
    IReadOnlyList<MethodValues> Episodes,
    IReadOnlyList<ReportCell> Cells,
    IReadOnlyList<MergedRun> Runs)
{
    /// <summary>Refuses what cannot become one report.</summary>
    /// <param name="folders">The results folders.</param>
    /// <param name="output">The folder of the report.</param>
    /// <exception cref="UsageException">A folder is given twice, or <paramref name="output"/> holds a run.</exception>
    public static void RequireApart(IReadOnlyList<string> folders, string output)
    {
        RunFolders.RequireDistinct(folders);
        var place = new ResultsFolder(output);
        if (File.Exists(place.Config) || File.Exists(place.Manifest))
        {
            throw new UsageException($"{output} holds a run, whose records a report of others would replace; "
                + "give another folder with --out.");
        }
    }

    /// <summary>Reads the folders.</summary>
    /// <exception cref="DataFileException">A folder holds no run, or a file of it is damaged.</exception>
    public static MergedRuns Read(IReadOnlyList<string> folders)
    {
        RunResults[] runs = [.. folders.Select(RunResults.Read)];
        string[] names = Distinct([.. runs.Select(run => run.Name)]);
        bool isShared = runs
            .SelectMany((run, i) => run.Records.Select(record => (Run: i, Key: Key(record))).Distinct())
            .GroupBy(each => each.Key)
            .Any(group => group.Count() > 1);
        RunRecord Named(int run, RunRecord record) =>
            isShared ? record with { Method = $"{record.Method} [{names[run]}]" } : record;
        ReportedValue Renamed(int run, ReportedValue value) => value with { Record = Named(run, value.Record) };

        IEnumerable<MethodValues> episodes = runs.SelectMany((run, i) =>
            EpisodeValues.Read(new ResultsFolder(folders[i]), run.Reported)
                .Select(values => values with { Value = Renamed(i, values.Value) }));
        MergedRun[] each =
        [
            .. runs.Select((run, i) => new MergedRun(
                names[i], folders[i], run, [.. ReportCell.Read(new ResultsFolder(folders[i]), run.Reported)])),
        ];
        IEnumerable<ReportCell> cells = each.SelectMany((run, i) =>
            run.Cells.Select(cell => cell with { Record = Named(i, cell.Record) }));
        var merged = new RunResults
        {
            Name = string.Join(" + ", names),
            Records = [.. runs.SelectMany((run, i) => run.Records.Select(record => Named(i, record)))],
            Reported = [.. runs.SelectMany((run, i) => run.Reported.Select(value => Renamed(i, value)))],
            Conditions = [.. runs.SelectMany((run, i) => run.Conditions.Select(value => Renamed(i, value)))],
            Notes = [.. runs.SelectMany(run => run.Notes).Distinct()],
            Failures =
            [
                .. runs.SelectMany((run, i) =>
                    run.Failures.Select(failure => failure with { Cell = $"{names[i]}: {failure.Cell}" })),
            ],
            Gaps = [.. runs.SelectMany(run => run.Gaps).Distinct()],
            MultiLabel = [.. runs.SelectMany(run => run.MultiLabel)],
            PapersModels = [.. runs.SelectMany(run => run.PapersModels).Distinct()],
            Provenance = [],
            Configuration = string.Join('\n', runs.Select((run, i) => $"# {names[i]}\n{run.Configuration}")),
        };
        return new MergedRuns(merged, [.. episodes], [.. cells], each);
    }

    private static (string, string, string, int?, int?, int?, string) Key(RunRecord r) =>
        (r.Dataset, r.Variant, r.Model, r.Ways, r.Shots, r.Queries, r.Method);

    // Runs of the same name are numbered.
    private static string[] Distinct(string[] names)
    {
        var taken = names.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. names.Select((name, i) => !names.Take(i).Contains(name)
                ? name
                : Enumerable.Range(2, names.Length)
                    .Select(number => string.Create(CultureInfo.InvariantCulture, $"{name} #{number}"))
                    .First(taken.Add)),
        ];
    }
}
