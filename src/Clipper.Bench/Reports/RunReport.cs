using Clipper.Bench.Reports.Artefacts;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Html;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports;

/// <summary>Makes what people look at from what a run left: tables, plots and the HTML page. It reads the results
/// folder alone, so that a report can be made again anywhere, without model or data.</summary>
public static class RunReport
{
    /// <summary>Writes <c>tables/</c>, <c>plots/</c> and <c>report.html</c>; the same results give the same
    /// bytes.</summary>
    /// <param name="folder">A results folder.</param>
    /// <param name="warn">Told where plots cannot be drawn.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="DataFileException">The folder holds no run, or a file of it is damaged or cannot be
    /// written.</exception>
    public static string Write(string folder, Action<string> warn)
    {
        RunResults results = RunResults.Read(folder);
        var place = new ResultsFolder(folder);
        Written written = WriteTables(results, place);
        PaperArtefacts artefacts = PaperArtefacts.Write(place.Artefacts, folder, results);
        ReportContent content = Content(results, [.. artefacts.Tables, .. written.Tables]) with
        {
            Verdict = Verdict.Of(written.Ranks, PaperReport.Read(folder)),
        };
        return WritePage(place, results, content, artefacts.Figures, warn);
    }

    /// <summary>Writes one report of several runs: <c>tables/</c>, <c>plots/</c>, <c>artefacts/</c>, <c>records.csv</c>
    /// and <c>report.html</c>.</summary>
    /// <param name="folders">Results folders, at least one.</param>
    /// <param name="output">The folder of the report.</param>
    /// <param name="warn">Told where plots cannot be drawn.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="DataFileException">A folder holds no run, or a file is damaged or cannot be
    /// written.</exception>
    /// <exception cref="UsageException"><paramref name="output"/> holds a run.</exception>
    public static string Merge(IReadOnlyList<string> folders, string output, Action<string> warn)
    {
        var place = new ResultsFolder(output);
        if (File.Exists(place.Config))
        {
            throw new UsageException($"{output} holds a run, whose records a report of others would replace; "
                + "give another folder with --out.");
        }

        var merged = MergedRuns.Read(folders);
        RecordsFile.Write(place.Records, merged.Results.Records);
        Written written = WriteTables(merged.Results, merged.Episodes, place);
        PaperArtefacts[] artefacts =
            [.. folders.Zip(merged.Runs, (folder, run) => PaperArtefacts.Write(place.Artefacts, folder, run))];
        ResultTable[] tables = [.. artefacts.SelectMany(each => each.Tables), .. written.Tables];
        ReportContent content = Content(merged.Results, tables) with
        {
            Verdict = Verdict.Of(written.Ranks, [.. folders.SelectMany(PaperReport.Read)]),
        };
        return WritePage(place, merged.Results, content, [.. artefacts.SelectMany(each => each.Figures)], warn);
    }

    /// <summary>Writes <c>tables/</c> alone.</summary>
    /// <exception cref="DataFileException">The folder holds no run, or a file of it is damaged or cannot be
    /// written.</exception>
    public static void WriteTables(string folder) => WriteTables(RunResults.Read(folder), new ResultsFolder(folder));

    private static string WritePage(
        ResultsFolder place,
        RunResults results,
        ReportContent content,
        IReadOnlyList<Figure> artefacts,
        Action<string> warn)
    {
        IReadOnlyList<DrawnFigure> papers = FigureFiles.Write(place.Artefacts, artefacts, warn);
        IReadOnlyList<Figure> plots = FigureCatalog.Of(results.Records, results.Reported, results.Conditions);
        IReadOnlyList<DrawnFigure> figures = FigureFiles.Write(place.Plots, plots, warn);
        AtomicFile.WriteText(place.Report, HtmlReport.Write(content with { Figures = [.. papers, .. figures] }));
        return place.Report;
    }

    private static Written WriteTables(RunResults results, ResultsFolder place)
    {
        StreamTables.Write(place, results.Reported);
        MistakeTables.Write(place, results.Reported);
        Written written = WriteTables(results, EpisodeValues.Read(place, results.Reported), place);
        return written with { Tables = [.. written.Tables, .. DetailTables.Read(place)] };
    }

    private static Written WriteTables(
        RunResults results, IReadOnlyList<MethodValues> episodes, ResultsFolder place)
    {
        var summary = SummaryTable.Of(results.Reported, results.Notes);
        summary.WriteCsv(place.Table("summary.csv"));
        var comparison = MethodComparison.Of(episodes);
        ResultTable[] tables =
            [summary.ToTable(), MetricsTable.Of(results.Reported), .. WriteComparison(comparison, place)];
        foreach (ResultTable table in tables)
        {
            WriteTexts(table, place);
        }

        return new Written(tables, comparison.Ranks);
    }

    // Only where there are methods to compare. All pairs of all metrics are too many for the page.
    private static ResultTable[] WriteComparison(MethodComparison comparison, ResultsFolder place)
    {
        if (comparison.Differences.Count == 0)
        {
            return [];
        }

        PairedTable.WriteCsv(place.Table("paired.csv"), comparison.Differences);
        RankTable.WriteCsv(place.Table("ranks.csv"), comparison.Ranks);
        WriteTexts(PairedTable.Of(comparison.Differences), place);
        return [RankTable.Of(comparison.Ranks)];
    }

    private static void WriteTexts(ResultTable table, ResultsFolder place)
    {
        AtomicFile.WriteText(place.Table($"{table.Id}.md"), MarkdownTable.Write(table));
        AtomicFile.WriteText(place.Table($"{table.Id}.tex"), LatexTable.Write(table));
    }

    private static ReportContent Content(RunResults results, IReadOnlyList<ResultTable> tables)
    {
        string[] datasets = [.. results.Records.Select(r => $"{r.Dataset} {r.Variant}".TrimEnd()).Distinct()];
        string[] models = [.. results.Records.Select(r => r.Model).Distinct()];
        string[] methods = [.. results.Records.Select(r => r.Method).Distinct()];
        string failed = results.Failures.Count > 0 ? $" {results.Failures.Count} cells failed." : "";
        return new ReportContent
        {
            Title = results.Name,
            Summary = $"{string.Join(", ", methods)} on {string.Join(", ", datasets)} with {string.Join(", ", models)}."
                + failed,
            Warnings = results.Notes,
            Tables = tables,
            Figures = [],
            Failures = results.Failures,
            Provenance = results.Provenance,
            Configuration = results.Configuration,
            Commands =
            [
                "clipper run config.yaml --out again    # in this folder: the same numbers from the same inputs",
                "clipper report .                       # this page, the tables and the plots again",
            ],
        };
    }

    private sealed record Written(IReadOnlyList<ResultTable> Tables, IReadOnlyList<MethodRank> Ranks);
}
