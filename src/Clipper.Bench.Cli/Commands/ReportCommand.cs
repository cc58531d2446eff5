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
        return new CliCommand(
            "report",
            "Make tables, plots and report.html again from the records of a run. Needs neither model nor data.",
            "clipper report results/quickstart")
        {
            Arguments = { folders },
            Execute = (parse, session) =>
            {
                foreach (string folder in parse.GetRequiredValue(folders))
                {
                    session.Terminal.Output.WriteLine(RunReport.Write(folder, session.Terminal.Note));
                }

                return ExitCodes.Done;
            },
        };
    }
}
