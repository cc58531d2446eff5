using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Configuration;
using Clipper.Bench.Reports;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper run</c>: experiments to results.</summary>
internal static class RunCommand
{
    /// <summary>The switch that a resumed call must not repeat.</summary>
    public const string FreshName = "--fresh";

    public static CliCommand Create()
    {
        var configs = new Argument<string[]>("CONFIG")
        {
            Description = "Experiment files (YAML).",
            Arity = ArgumentArity.OneOrMore,
        };
        var set = SharedOptions.Set();
        var vocabulary = SharedOptions.Optional(
            "--vocab", "FILE", "Vocabulary of models that have none beside their weights.");
        var output = SharedOptions.Optional("--out", "DIR", "Results folder [default: results/<name>].");
        var jobs = SharedOptions.Integer("--jobs", "Cells at a time.", standard: 1, least: 1, most: 1024);
        var threads = SharedOptions.Threads();
        var shard = Shard();
        var onError = SharedOptions.OneOf(
            "--on-error", "After a failed cell: go on with the others, or stop.", ["continue", "stop"], "continue");
        var device = SharedOptions.Device();
        var offline = SharedOptions.Flag("--offline", "Never open a network connection.");
        var embedOnly = SharedOptions.Flag(
            "--embed-only", "Embed the shard's part of the data sets into the cache, and compute no cell.");
        var isolate = SharedOptions.Flag(
            "--isolate", "Every cell in a process of its own: a native crash loses that cell alone.");
        var fresh = SharedOptions.Flag(FreshName, "Move results that are there aside instead of going on with them.");
        var wait = SharedOptions.Flag("--wait", "Wait while another process works in the results folder.");
        var noReport = SharedOptions.Flag("--no-report", "Write records and tables, but no plots and no report.html.");
        var json = SharedOptions.Json();
        return new CliCommand(
            "run",
            "Run experiments: embed, draw episodes, score, and write tables. Goes on where it was interrupted.",
            "clipper run configs/quickstart.yaml",
            "clipper run configs/quickstart.yaml --set protocol.episodes=10 --out results/try --jobs 2")
        {
            Arguments = { configs },
            Options =
            {
                set, vocabulary, output, jobs, threads, shard, onError, device, embedOnly, isolate, offline, fresh,
                wait, noReport, json,
            },
            IsResumable = true,
            Execute = (parse, session) =>
            {
                string[] overrides = Overrides(parse.GetValue(set), parse.GetValue(vocabulary));
                Experiment[] experiments =
                    [.. parse.GetRequiredValue(configs).Select(path => ExperimentFile.Load(path, overrides))];
                (int index, int count) = parse.GetResult(shard) is null ? (1, 1) : parse.GetValue(shard);
                var options = new RunOptions(
                    parse.GetValue(output) ?? "", parse.GetRequiredValue(device), parse.GetValue(jobs),
                    parse.GetValue(threads), parse.GetValue(onError) == "stop", index, count, parse.GetValue(fresh),
                    Report: !parse.GetValue(noReport), Wait: parse.GetValue(wait))
                {
                    Isolation = parse.GetValue(isolate) ? ThisProgram.Command() : [],
                    OwnsProcess = true,
                };
                return parse.GetValue(embedOnly)
                    ? Embed(experiments, options, session)
                    : Run(experiments, options, parse.GetValue(json), session);
            },
        };
    }

    private static string[] Overrides(string[]? set, string? vocabulary) =>
        vocabulary is null ? set ?? [] : [.. set ?? [], $"vocabulary={JsonSerializer.Serialize(vocabulary)}"];

    private static Option<(int Index, int Count)> Shard() => new("--shard")
    {
        Description = "Compute the I-th of N parts of the cells [default: 1/1].",
        HelpName = "I/N",
        CustomParser = ParseShard,
    };

    private static (int Index, int Count) ParseShard(ArgumentResult result)
    {
        string got = result.Tokens[0].Value;
        if (got.Split('/') is [var left, var right]
            && int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && index >= 1 && index <= count)
        {
            return (index, count);
        }

        result.AddError($"--shard: '{got}' is not a part I/N with I from 1 to N, such as 2/4.");
        return (1, 1);
    }

    private static int Embed(Experiment[] experiments, RunOptions options, Session session)
    {
        foreach (Experiment experiment in experiments)
        {
            ProgressDisplay.Show(session.Terminal, display =>
            {
                new ExperimentRunner(options).Embed(experiment, new RunObserver(display), session.Cancellation);
                return true;
            });
            session.Terminal.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"{experiment.Name}: part {options.ShardIndex} of {options.ShardCount} is embedded"));
        }

        return ExitCodes.Done;
    }

    /// <summary>Runs experiments one after the other and prints how they ended.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Experiment[] experiments, RunOptions options, bool asJson, Session session)
    {
        int failed = 0;
        foreach (Experiment experiment in experiments)
        {
            RunOptions own = options.Output.Length > 0 && experiments.Length > 1
                ? options with { Output = Path.Combine(options.Output, experiment.Name) }
                : options;
            RunOutcome outcome = asJson
                ? Run(new RunEvents(session.Terminal, experiment.Name, TimeProvider.System))
                : ProgressDisplay.Show(session.Terminal, display => Run(new RunObserver(display)));
            failed += outcome.Failed;
            Print(experiment, outcome, asJson, session.Terminal);

            RunOutcome Run(IRunObserver observer) =>
                new ExperimentRunner(own).Run(experiment, observer, session.Cancellation);
        }

        return failed > 0 ? ExitCodes.CellsFailed : ExitCodes.Done;
    }

    private static void Print(Experiment experiment, RunOutcome outcome, bool asJson, Terminal terminal)
    {
        SummaryTable summary = SummaryTable.Of(outcome.Reported, outcome.Notes);
        if (asJson)
        {
            RunJson.Print(experiment, outcome, summary, terminal);
            return;
        }

        foreach (string timing in outcome.Timings)
        {
            terminal.Note(timing);
        }

        terminal.Note($"{experiment.Name}: {outcome.Computed} cells computed, {outcome.Reused} there already, "
            + $"{outcome.Failed} failed");
        if (summary.Rows.Count > 0)
        {
            var table = new TextTable([.. summary.Columns]);
            foreach (SummaryRow row in summary.Rows)
            {
                table.Row([.. summary.Texts(row)]);
            }

            table.Print(terminal);
            foreach (string note in summary.Notes)
            {
                terminal.Output.WriteLine(note);
            }
        }

        terminal.Output.WriteLine($"Results: {outcome.Folder}");
        if (File.Exists(outcome.Report))
        {
            terminal.Output.WriteLine($"Report:  {outcome.Report}");
        }
    }
}
