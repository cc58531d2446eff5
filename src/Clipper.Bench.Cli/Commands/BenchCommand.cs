using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Speed;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper bench</c>: whether this build is as fast as the one before on this machine.</summary>
internal static class BenchCommand
{
    private const int MostRounds = 1000;
    private const double UsualBand = 0.15;
    private const double MostBand = 0.9;

    private const string RatioNote =
        "The ratio is not that of the two speeds shown: each is first divided by the speed of the yardstick that was "
        + "measured beside it. A slower clock changes both alike; other work that uses memory or caches does not, and "
        + "moves a ratio by a fifth or more: compare and store on an idle machine.";

    public static CliCommand Create()
    {
        var baseline = SharedOptions.Optional(
            "--baseline", "FILE", "Compare with this file instead of what is stored for this machine.");
        var save = SharedOptions.Flag("--save", "Store the figures as those to compare with.");
        var force = SharedOptions.Flag("--force", "Store them even if other work keeps the machine busy.");
        var band = SharedOptions.Number(
            "--band", "B", "Slower than 1 - B times the stored speed is a failure [default: 0.15].", MostBand);
        var rounds = SharedOptions.Integer(
            "--rounds", "Times that each figure is measured, in turn with a yardstick.",
            SpeedGate.UsualRounds, 1, MostRounds);
        var figures = SharedOptions.Several(
            "--figure", "Measure these alone; can be repeated.", [.. SpeedGate.Names]);
        var json = SharedOptions.Json();
        return new CliCommand(
            "bench",
            "Compare a few speeds with those stored for this machine.",
            "clipper bench --save",
            "clipper bench --band 0.1 --figure imprint-and-score")
        {
            Options = { baseline, save, force, band, rounds, figures, json },
            Execute = (parse, session) =>
            {
                string[] chosen = parse.GetValue(figures) is { Length: > 0 } some ? some : [.. SpeedGate.Names];
                string? named = parse.GetValue(baseline);
                string path = named ?? SpeedReport.StandardPath(MachineIdentity.Read());
                MeasuringConditions conditions = MeasuringConditions.Read();
                RequireIdle(conditions, parse.GetValue(save), parse.GetValue(force));
                foreach (string warning in conditions.Warnings())
                {
                    session.Terminal.Warn(warning);
                }

                return Run(
                    new SpeedQuestion(path, parse.GetValue(band) ?? UsualBand, parse.GetValue(save), named is not null),
                    () => SpeedGate.Measure(
                        chosen, parse.GetValue(rounds), name => session.Terminal.Note($"measuring {name}"),
                        session.Cancellation),
                    parse.GetValue(json),
                    session.Terminal);
            },
        };
    }

    /// <summary>Refuses to store figures of a busy machine: later ones would be compared with too low a
    /// speed.</summary>
    /// <exception cref="UsageException">It is busy and that was not allowed, or nothing is stored.</exception>
    internal static void RequireIdle(MeasuringConditions conditions, bool isSaved, bool isForced)
    {
        if (isForced && !isSaved)
        {
            throw new UsageException("--force says how to store figures; give it with --save.");
        }

        if (isSaved && !isForced && conditions.IsBusy)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"The machine is busy (load {conditions.Load:F1} on {conditions.Cores} cores), so that figures stored "
                + $"now would be too low and hide a later loss. Wait until it is idle, or give --save --force."));
        }
    }

    /// <summary>Measures, compares with what is stored, and says with which code to leave.</summary>
    internal static int Run(SpeedQuestion question, Func<SpeedReport> measure, bool asJson, Terminal terminal)
    {
        SpeedReport? stored = question is { IsNamed: true, IsSaved: false }
            ? SpeedReport.Read(question.Path)
            : SpeedReport.TryRead(question.Path);
        SpeedReport now;
        try
        {
            now = measure();
        }
        catch (WrongAnswerException wrong)
        {
            terminal.Complain($"answers are wrong, so times mean nothing: {wrong.Message}");
            return ExitCodes.Regression;
        }

        if (stored is not null && stored.Machine != now.Machine)
        {
            terminal.Warn($"not comparable: {question.Path} is of {stored.Machine}, this machine is {now.Machine}.");
        }

        IReadOnlyList<SpeedComparison> comparisons = SpeedComparison.Of(now, stored, question.Band);
        Print(now, comparisons, asJson, terminal);
        if (question.IsSaved)
        {
            now.Write(question.Path);
            terminal.Note($"stored in {question.Path}");
        }
        else if (stored is null)
        {
            terminal.Note("nothing to compare with; --save stores these figures for this machine");
        }
        else if (stored.Machine != now.Machine)
        {
            terminal.Note("nothing was compared: store figures of this machine with --save");
        }

        return comparisons.Any(comparison => comparison.Verdict == SpeedVerdict.Slower)
            ? ExitCodes.Regression
            : ExitCodes.Done;
    }

    private static void Print(
        SpeedReport now, IReadOnlyList<SpeedComparison> comparisons, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            SpeedJson.Print(now, comparisons, terminal);
            return;
        }

        var table = new TextTable("figure", ">now", ">stored", ">ratio by yardstick", "verdict");
        foreach (SpeedComparison comparison in comparisons)
        {
            table.Row(
                comparison.Now.Name,
                Rate(comparison.Now),
                comparison.Stored is { } stored ? Rate(stored) : "–",
                comparison.Ratio?.ToString("F2", CultureInfo.InvariantCulture) ?? "–",
                SpeedJson.NameOf(comparison.Verdict));
        }

        table.Print(terminal);
        if (comparisons.Any(comparison => comparison.Ratio is not null))
        {
            terminal.Output.WriteLine(RatioNote);
        }
    }

    private static string Rate(SpeedFigure figure) =>
        figure.Rate.ToString(figure.Rate < 100 ? "G3" : "F0", CultureInfo.InvariantCulture) + $" {figure.Unit}/s";
}
