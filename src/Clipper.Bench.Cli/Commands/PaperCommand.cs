using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Reports.Paper;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper paper</c>: a run's numbers beside the paper's.</summary>
internal static class PaperCommand
{
    public static CliCommand Create()
    {
        var folders = new Argument<string[]>("RESULTS")
        {
            Description = "Results folders of 'clipper run'.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = TableOutput.Format();
        var json = SharedOptions.Json();
        var strict = SharedOptions.Flag("--strict", "Leave with exit code 4 if a comparable number is off.");
        return new CliCommand(
            "paper",
            "Put the numbers of runs beside those of the paper: ours ± CI, the paper's, the difference, a verdict.",
            "clipper paper results/omniglot",
            "clipper paper results/omniglot results/cifar10 --format markdown --strict",
            "clipper paper results/omniglot --json")
        {
            Arguments = { folders },
            Options = { format, strict, json },
            Execute = (parse, session) =>
            {
                IReadOnlyList<PaperRow> rows = PaperReport.Read(parse.GetRequiredValue(folders));
                if (parse.GetValue(json))
                {
                    PaperJson.Print(rows, session.Terminal);
                }
                else
                {
                    Print(rows, parse.GetRequiredValue(format), session.Terminal);
                }

                return parse.GetValue(strict) ? Judge(rows, session.Terminal) : ExitCodes.Done;
            },
        };
    }

    // A gate that judged nothing must not pass in silence.
    private static int Judge(IReadOnlyList<PaperRow> rows, Terminal terminal)
    {
        if (rows.All(row => row.Verdict == PaperVerdict.NotComparable))
        {
            terminal.Warn("--strict judged nothing: no number of the paper is comparable with these runs");
        }

        return rows.Any(row => row.Verdict == PaperVerdict.Off) ? ExitCodes.Regression : ExitCodes.Done;
    }

    private static void Print(IReadOnlyList<PaperRow> rows, string format, Terminal terminal)
    {
        if (rows.Count == 0)
        {
            terminal.Note("nothing to compare: the paper has no number for these data sets, settings and methods");
        }

        // A second table would end what reads the CSV.
        if (format == TableOutput.Csv)
        {
            TableOutput.Print(PaperCsv.Of(rows), format, terminal);
            return;
        }

        if (rows.Count > 0 || format != TableOutput.Text)
        {
            TableOutput.Print(PaperTable.Of(rows), format, terminal);
        }

        if (rows.Count > 0)
        {
            terminal.Output.WriteLine();
            TableOutput.Print(PaperTable.Verdicts(rows), format, terminal);
        }
    }
}
