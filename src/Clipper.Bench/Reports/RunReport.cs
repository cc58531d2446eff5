using Clipper.Bench.Reports.Artefacts;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Html;
using Clipper.Bench.Reports.Matrices;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Reports.Thumbnails;
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
        ReportContent content = WriteTables(results, place);
        var artefacts = PaperArtefacts.Write(folder, results);
        content = content with
        {
            Tables = [.. artefacts.Tables, .. content.Tables],
            Verdict = [.. content.Verdict, .. Verdict.BesidePaper(PaperReport.Read(folder))],
            Thumbnails = ThumbnailFiles.Read(place),
        };
        return WritePage(place, results, content, [artefacts], warn);
    }

    /// <summary>Writes one report of several runs: <c>tables/</c>, <c>plots/</c>, <c>artefacts/</c> (with a folder for
    /// each run where several have some), <c>records.csv</c>, <c>reported.csv</c> and <c>report.html</c>.</summary>
    /// <param name="folders">Results folders, at least one.</param>
    /// <param name="output">The folder of the report.</param>
    /// <param name="warn">Told where plots cannot be drawn.</param>
    /// <param name="thumbnails">The images that are wrong most often; null = those that the runs have.</param>
    /// <param name="asked">How many of them every data set was to have, for the command that makes the report
    /// again.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="DataFileException">A folder holds no run, or a file is damaged or cannot be
    /// written.</exception>
    /// <exception cref="UsageException">A folder is given twice, or <paramref name="output"/> holds a run.</exception>
    public static string Merge(
        IReadOnlyList<string> folders,
        string output,
        Action<string> warn,
        IReadOnlyList<Thumbnail>? thumbnails = null,
        int asked = 0)
    {
        MergedRuns.RequireApart(folders, output);
        var place = new ResultsFolder(output);
        var merged = MergedRuns.Read(folders);
        RecordsFile.Write(place.Records, merged.Results.Records);
        ReportedFile.Write(place.Reported, merged.Results.Reported);
        ReportContent content = WriteTables(
            RunDescription.Of(merged, output, asked), merged.Results, merged.Episodes, merged.Cells, place);
        IReadOnlyList<PaperArtefacts> artefacts = PaperArtefacts.Write(output, merged.Runs);
        content = content with
        {
            Tables = [.. artefacts.SelectMany(each => each.Tables), .. content.Tables],
            Verdict =
                [.. content.Verdict, .. Verdict.BesidePaper([.. folders.SelectMany(PaperReport.Read)])],
            Thumbnails = thumbnails
                ?? Thumbnail.Join(folders.SelectMany(folder => ThumbnailFiles.Read(new ResultsFolder(folder)))),
        };
        return WritePage(place, merged.Results, content, artefacts, warn);
    }

    /// <summary>Writes <c>tables/</c> alone.</summary>
    /// <exception cref="DataFileException">The folder holds no run, or a file of it is damaged or cannot be
    /// written.</exception>
    public static void WriteTables(string folder) => WriteTables(RunResults.Read(folder), new ResultsFolder(folder));

    private static string WritePage(
        ResultsFolder place,
        RunResults results,
        ReportContent content,
        IReadOnlyList<PaperArtefacts> artefacts,
        Action<string> warn)
    {
        string noPlots = "";
        DrawnFigure[] papers = [.. artefacts.SelectMany(each => DrawArtefacts(each, WarnOnce))];
        DrawnFigure[] plots =
            [.. DrawPlots(place, FigureCatalog.Of(results.Records, results.Reported, results.Conditions), WarnOnce)];
        AtomicFile.WriteText(
            place.Report, HtmlReport.Write(content with { Figures = [.. papers, .. plots], NoPlots = noPlots }));
        return place.Report;

        void WarnOnce(string warning)
        {
            if (noPlots.Length == 0)
            {
                noPlots = warning;
                warn(warning);
            }
        }
    }

    private static IEnumerable<DrawnFigure> DrawArtefacts(PaperArtefacts artefacts, Action<string> warn) =>
        FigureFiles.Write(artefacts.Place.Folder, artefacts.Figures, warn).Select(drawn => drawn with
        {
            File = artefacts.Place.AddressOf($"{drawn.Figure.Name}.svg"),
            Data = artefacts.Place.AddressOf($"{drawn.Figure.Name}.values.csv"),
        });

    // Their numbers are there even where they cannot be drawn.
    private static IEnumerable<DrawnFigure> DrawPlots(
        ResultsFolder place, IReadOnlyList<Figure> figures, Action<string> warn)
    {
        var names = new FreeNames();
        Figure[] apart = [.. figures.Select(figure => figure with { Name = names.Take(figure.Name) })];
        FigureData.Write(place.Plots, apart);
        return FigureFiles.Write(place.Plots, apart, warn)
            .Select(drawn => drawn with { Data = $"plots/{FigureData.NameOf(drawn.Figure)}" });
    }

    private static ReportContent WriteTables(RunResults results, ResultsFolder place)
    {
        ReportCell[] cells = [.. ReportCell.Read(place, results.Reported)];
        return WriteTables(
            RunDescription.Of(results, cells), results, EpisodeValues.Read(place, results.Reported), cells, place);
    }

    private static ReportContent WriteTables(
        ReportContent description,
        RunResults results,
        IReadOnlyList<MethodValues> episodes,
        IReadOnlyList<ReportCell> cells,
        ResultsFolder place)
    {
        StreamTables.Write(place, cells);
        MistakeTables.Write(place, cells);
        var summary = SummaryTable.Of(results.Reported, results.Notes);
        summary.WriteCsv(place.Table("summary.csv"));
        var comparison = MethodComparison.Of(episodes);
        ResultTable[] more = [MetricsTable.Of(results.Reported), .. WriteComparison(comparison, place)];
        ResultTable[] tables = [summary.ToTable()];
        foreach (ResultTable table in tables.Concat(more))
        {
            WriteTexts(table, place);
        }

        return description with
        {
            Verdict = [.. Verdict.Best(comparison.Ranks)],
            Tables = tables,
            Streams = StreamMatrices.Of(cells),
            Confusion = ConfusionMatrices.Of(cells),
            Mistakes = DetailTables.Read(place),
            More = more,
        };
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
}
