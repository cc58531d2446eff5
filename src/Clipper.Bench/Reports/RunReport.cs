using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Artefacts;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Html;
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
        IReadOnlyList<ResultTable> tables = WriteTables(results, place);
        (IReadOnlyList<ResultTable> artefacts, IReadOnlyList<Figure> paper) = WriteArtefacts(results, place);
        IReadOnlyList<DrawnFigure> papers = FigureFiles.Write(place.Artefacts, paper, warn);
        IReadOnlyList<Figure> plots = FigureCatalog.Of(results.Records, results.Reported, results.Conditions);
        IReadOnlyList<DrawnFigure> figures = FigureFiles.Write(place.Plots, plots, warn);
        ReportContent content = Content(results, [.. artefacts, .. tables], [.. papers, .. figures]);
        AtomicFile.WriteText(place.Report, HtmlReport.Write(content));
        return place.Report;
    }

    /// <summary>Writes <c>tables/</c> alone.</summary>
    /// <exception cref="DataFileException">The folder holds no run, or a file of it is damaged or cannot be
    /// written.</exception>
    public static void WriteTables(string folder) => WriteTables(RunResults.Read(folder), new ResultsFolder(folder));

    private static (IReadOnlyList<ResultTable> Tables, IReadOnlyList<Figure> Figures) WriteArtefacts(
        RunResults results, ResultsFolder place) => File.Exists(place.Config)
            ? ArtefactFiles.Write(place.Artefacts, ExperimentFile.Load(place.Config, []), results)
            : ([], []);

    private static ResultTable[] WriteTables(RunResults results, ResultsFolder place)
    {
        var summary = SummaryTable.Of(results.Reported, results.Notes);
        summary.WriteCsv(place.Table("summary.csv"));
        var comparison = MethodComparison.Of(EpisodeValues.Read(place, results.Reported));
        StreamTables.Write(place, results.Reported);
        MistakeTables.Write(place, results.Reported);
        ResultTable[] tables =
            [summary.ToTable(), MetricsTable.Of(results.Reported), .. WriteComparison(comparison, place)];
        foreach (ResultTable table in tables)
        {
            WriteTexts(table, place);
        }

        return tables;
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

    private static ReportContent Content(
        RunResults results, IReadOnlyList<ResultTable> tables, IReadOnlyList<DrawnFigure> figures)
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
            Figures = figures,
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
}
