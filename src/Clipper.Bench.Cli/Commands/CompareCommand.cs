using System.CommandLine;
using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Tables;
using Clipper.Core.Errors;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper compare</c>: two runs, value by value.</summary>
internal static class CompareCommand
{
    private const string ExactName = "--exact";
    private const string MarginName = "--margin";
    private const string GateName = "--fail-on-regression";
    private const int MostMovedInText = 20;

    public static CliCommand Create()
    {
        var first = new Argument<string>("A") { Description = "Results folder that is the measure." };
        var second = new Argument<string>("B") { Description = "Results folder that is held to it." };
        var metrics = new Option<string[]>("--metric")
        {
            Description = "Compare this metric alone; can be repeated.",
            HelpName = "NAME",
        };
        metrics.CompletionSources.Add([.. MetricCatalog.All.Select(metric => metric.Name)]);
        var gate = SharedOptions.Flag(
            GateName,
            "Leave with exit code 4 if B is significantly worse anywhere, moved where no test is possible, or lacks a "
            + "value of A.");
        var margin = SharedOptions.Number(
            MarginName, "D", "With --fail-on-regression: accept losses up to D [default: 0].", most: 1);
        var exact = SharedOptions.Flag(ExactName, "With --fail-on-regression: any number that moved is a regression.");
        var format = TableOutput.Format();
        var json = SharedOptions.Json();
        return new CliCommand(
            "compare",
            "Compare two runs value by value: differences with intervals and tests, and the numbers that moved.",
            "clipper compare results/before results/after",
            "clipper compare results/before results/after --metric accuracy --fail-on-regression --margin 0.005")
        {
            Arguments = { first, second },
            Options = { metrics, gate, margin, exact, format, json },
            Execute = (parse, session) =>
            {
                bool isGate = parse.GetValue(gate);
                RequireGate(isGate, parse.GetValue(margin) is not null, MarginName);
                RequireGate(isGate, parse.GetValue(exact), ExactName);
                string[] named = Known(parse.GetValue(metrics) ?? []);
                var comparison = RunComparison.Of(
                    parse.GetRequiredValue(first), parse.GetRequiredValue(second), named);
                IReadOnlyList<string> regressions = parse.GetValue(exact)
                    ? RegressionGate.ExactReasons(comparison)
                    : RegressionGate.Reasons(comparison, parse.GetValue(margin) ?? 0);
                if (parse.GetValue(json))
                {
                    ComparisonJson.Print(comparison, regressions, session.Terminal);
                }
                else
                {
                    Print(comparison, parse.GetRequiredValue(format), session.Terminal);
                }

                Warn(comparison.Untested, session.Terminal);
                return isGate ? Judge(regressions, session.Terminal) : ExitCodes.Done;
            },
        };
    }

    private static void Warn(IReadOnlyList<RunDifference> untested, Terminal terminal)
    {
        if (untested.Count > 0)
        {
            terminal.Warn(
                "fewer than 2 episodes of a run have these values, so that there is no test of what moved: "
                + RegressionGate.Names(untested));
        }
    }

    private static int Judge(IReadOnlyList<string> regressions, Terminal terminal)
    {
        foreach (string reason in regressions)
        {
            terminal.Complain($"{GateName}: {reason}");
        }

        return regressions.Count > 0 ? ExitCodes.Regression : ExitCodes.Done;
    }

    private static void RequireGate(bool isGate, bool isGiven, string name)
    {
        if (isGiven && !isGate)
        {
            throw new UsageException($"{name} means something with {GateName} alone; add that, or leave {name} out.");
        }
    }

    private static string[] Known(string[] metrics)
    {
        string[] names = [.. MetricCatalog.All.Select(metric => metric.Name)];
        foreach (string metric in metrics.Except(names))
        {
            throw new UsageException(
                $"--metric: '{metric}' is not a metric; docs/metrics.md lists them."
                + Suggestion.Question(metric, names));
        }

        return metrics;
    }

    // Programs get the unrounded values; a second table would end what reads the CSV.
    private static void Print(RunComparison comparison, string format, Terminal terminal)
    {
        if (string.Equals(format, nameof(TableFormat.Csv), StringComparison.OrdinalIgnoreCase))
        {
            terminal.Output.Write(RunComparisonTable.Csv(comparison));
            if (comparison.Moved.Count > 0)
            {
                terminal.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{comparison.Moved.Count} numbers of records.csv moved; ")
                    + "the CSV leaves them out, --json lists all");
            }

            return;
        }

        TableOutput.Print(RunComparisonTable.Of(comparison), format, terminal);
        terminal.Output.WriteLine();
        ResultTable moved = RunComparisonTable.Moved(comparison, MostMovedInText);
        if (moved.Rows.Count == 0)
        {
            string remark = "No number moved: every line of A's records.csv is in B with the same bits.";
            terminal.Output.WriteLine(format == TableOutput.Latex ? $"% {remark}" : remark);
            return;
        }

        // The other formats have the caption with the table.
        if (format == TableOutput.Text)
        {
            terminal.Output.WriteLine($"{moved.Caption}\n");
        }

        TableOutput.Print(moved, format, terminal);
    }
}
