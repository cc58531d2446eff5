using System.CommandLine;
using Clipper.Bench.Reports;

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
        return new CliCommand(
            "report",
            "Make tables, plots and report.html again from the records of a run, or one report of several runs. "
            + "Needs neither model nor data.",
            "clipper report results/quickstart",
            "clipper report results/table-2 results/figure-2.2 --out results/paper")
        {
            Arguments = { folders },
            Options = { output },
            Execute = (parse, session) =>
            {
                string[] runs = parse.GetRequiredValue(folders);
                string? place = parse.GetValue(output);
                string page = runs is [var only] && place is null
                    ? RunReport.Write(only, session.Terminal.Note)
                    : RunReport.Merge(runs, place ?? Path.Combine("results", "report"), session.Terminal.Note);
                session.Terminal.Output.WriteLine(page);
                return ExitCodes.Done;
            },
        };
    }
}
