using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Datasets;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Thumbnails;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper report</c>: results to tables, plots and a page.</summary>
internal static class ReportCommand
{
    public static CliCommand Create()
    {
        var folders = new Argument<string[]>("RESULTS")
        {
            Description = "Results folders of 'clipper run'.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = SharedOptions.Optional(
            "--out", "DIR", "Folder of the report [default: the results folder; of several, results/report].");
        var thumbnails = SharedOptions.Integer(
            "--thumbnails",
            "Show so many images of every data set that are wrong most often, where its terms allow; needs the data. "
            + "0: those that the runs have.",
            standard: 0,
            least: 0,
            most: RunThumbnails.Most);
        return new CliCommand(
            "report",
            "Make tables, plots and report.html again from the records of a run, or one report of several runs. "
            + "Needs neither model nor data.",
            "clipper report results/quickstart",
            "clipper report results/quickstart --thumbnails 12",
            "clipper report results/table-2 results/figure-2.2 --out results/paper")
        {
            Arguments = { folders },
            Options = { output, thumbnails },
            Execute = (parse, session) =>
            {
                string[] runs = parse.GetRequiredValue(folders);
                string? place = parse.GetValue(output);
                int count = parse.GetValue(thumbnails);
                string page = runs is [var only] && place is null
                    ? Write(only, count, session.Terminal)
                    : Merge(runs, place ?? Path.Combine("results", "report"), count, session.Terminal);
                session.Terminal.Output.WriteLine(page);
                return ExitCodes.Done;
            },
        };
    }

    private static string Write(string run, int thumbnails, Terminal terminal)
    {
        if (thumbnails > 0)
        {
            RunThumbnails.Write(run, thumbnails, new DatasetOptions(Warn: terminal.Warn));
        }

        return RunReport.Write(run, terminal.Note);
    }

    private static string Merge(string[] runs, string place, int thumbnails, Terminal terminal) => RunReport.Merge(
        runs,
        place,
        terminal.Note,
        thumbnails > 0
            ? RunThumbnails.Write(runs, place, thumbnails, new DatasetOptions(Warn: terminal.Warn))
            : null,
        thumbnails);
}
