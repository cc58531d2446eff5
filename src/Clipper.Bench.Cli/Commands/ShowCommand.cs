using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Configuration;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper show</c>: an experiment with every default filled in and the origin of every value.</summary>
internal static class ShowCommand
{
    public static CliCommand Create()
    {
        var config = new Argument<string>("CONFIG") { Description = "An experiment file." };
        var set = SharedOptions.Set();
        var json = SharedOptions.Json();
        return new CliCommand(
            "show",
            "Show every value of an experiment and where it was written.",
            "clipper show configs/quickstart.yaml --set protocol.shots=1")
        {
            Arguments = { config },
            Options = { set, json },
            Execute = (parse, session) =>
            {
                ResolvedExperiment resolved =
                    ResolvedExperiment.Load(parse.GetRequiredValue(config), parse.GetValue(set) ?? []);
                Print(resolved, parse.GetValue(json), session.Terminal);
                return ExitCodes.Done;
            },
        };
    }

    private static void Print(ResolvedExperiment resolved, bool asJson, Terminal terminal)
    {
        string hash = ExperimentIdentity.Hash(resolved.Experiment);
        if (!asJson)
        {
            terminal.Output.Write($"# SHA-256 of what decides the results: {hash}\n{resolved.Text}");
            return;
        }

        JsonOutput.Print(terminal, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("hash", hash);
            writer.WriteNumber("points", Math.Max(1, resolved.Experiment.Points.Count));
            writer.WriteStartArray("values");
            foreach (ResolvedValue value in resolved.Values)
            {
                writer.WriteStartObject();
                writer.WriteString("path", value.Path);
                writer.WriteString("value", value.Value);
                writer.WriteString("origin", value.Origin);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
