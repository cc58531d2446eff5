using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Bench.Runs.Planning;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper plan</c>: the cells of an experiment, what is done, what the rest will take.</summary>
internal static class PlanCommand
{
    public static CliCommand Create()
    {
        var config = new Argument<string>("CONFIG") { Description = "An experiment file." };
        var set = SharedOptions.Set();
        var output = SharedOptions.Optional("--out", "DIR", "Results folder [default: results/<name>].");
        var device = SharedOptions.Device();
        var threads = SharedOptions.Threads();
        var quick = SharedOptions.Flag(
            "--quick", "Estimate by what earlier runs here measured alone, and calibrate nothing.");
        var json = SharedOptions.Json();
        return new CliCommand(
            "plan",
            "List the cells that 'run' will compute, with time and room for them.",
            "clipper plan configs/quickstart.yaml")
        {
            Arguments = { config },
            Options = { set, output, device, threads, quick, json },
            Execute = (parse, session) =>
            {
                Experiment experiment =
                    ExperimentFile.Load(parse.GetRequiredValue(config), parse.GetValue(set) ?? []);
                var options = new RunOptions(
                    parse.GetValue(output) ?? "", parse.GetRequiredValue(device), Threads: parse.GetValue(threads));
                PlanReport plan = new ExperimentPlanner(options).Plan(
                    experiment, session.Terminal.Warn, !parse.GetValue(quick), session.Cancellation);
                PlanText.Print(plan, parse.GetValue(json), session.Terminal);
                return ExitCodes.Done;
            },
        };
    }
}
