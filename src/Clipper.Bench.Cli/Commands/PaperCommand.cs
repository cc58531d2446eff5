using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper paper</c>: a run's numbers beside the paper's.</summary>
internal static class PaperCommand
{
    private const string Text = "text";

    public static CliCommand Create()
    {
        var folders = new Argument<string[]>("RESULTS")
        {
            Description = "Results folders of 'clipper run'.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = SharedOptions.OneOf(
            "--format", "How the table is written.", [Text, "csv", "markdown", "latex"], Text);
        var strict = SharedOptions.Flag("--strict", "Leave with exit code 4 if a comparable number is off.");
        return new CliCommand(
            "paper",
            "Put the numbers of runs beside those of the paper: ours ± CI, the paper's, the difference, a verdict.",
            "clipper paper results/omniglot",
            "clipper paper results/omniglot results/cifar10 --format markdown --strict")
        {
            Arguments = { folders },
            Options = { format, strict },
            Execute = (parse, session) =>
            {
                PaperRow[] rows = [.. parse.GetRequiredValue(folders).SelectMany(PaperReport.Read)];
                Print(rows, parse.GetRequiredValue(format), session.Terminal);
                bool isOff = rows.Any(row => row.Verdict == PaperVerdict.Off);
                return isOff && parse.GetValue(strict) ? ExitCodes.Regression : ExitCodes.Done;
            },
        };
    }

    private static void Print(PaperRow[] rows, string format, Terminal terminal)
    {
        ResultTable table = PaperTable.Of(rows);
        if (format != Text)
        {
            terminal.Output.Write(TableFormats.Write(table, Enum.Parse<TableFormat>(format, ignoreCase: true)));
            return;
        }

        if (rows.Length == 0)
        {
            terminal.Note("nothing to compare: the paper has no number for these data sets, settings and methods");
            return;
        }

        var text = new TextTable([.. table.Heads]);
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            text.Row([.. row.Select(cell => cell.Text)]);
        }

        text.Print(terminal);
        foreach (string note in table.Notes)
        {
            terminal.Output.WriteLine(note);
        }
    }
}
