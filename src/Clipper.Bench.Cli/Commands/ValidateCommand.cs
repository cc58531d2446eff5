using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Configuration;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper validate</c>: every problem of experiment files.</summary>
internal static class ValidateCommand
{
    public static CliCommand Create()
    {
        var configs = new Argument<string[]>("CONFIG")
        {
            Description = "Experiment files (YAML).",
            Arity = ArgumentArity.OneOrMore,
        };
        var set = SharedOptions.Set();
        var json = SharedOptions.Json();
        return new CliCommand(
            "validate",
            "Say everything that is wrong with experiment files, all at once.",
            "clipper validate configs/quickstart.yaml configs/omniglot-vit-tiny.yaml")
        {
            Arguments = { configs },
            Options = { set, json },
            Execute = (parse, session) =>
            {
                string[] overrides = parse.GetValue(set) ?? [];
                Verdict[] verdicts = [.. parse.GetRequiredValue(configs).Select(path => Check(path, overrides))];
                if (parse.GetValue(json))
                {
                    PrintJson(verdicts, session.Terminal);
                }
                else
                {
                    Print(verdicts, session.Terminal);
                }

                return verdicts.All(verdict => verdict.Problem is null) ? ExitCodes.Done : ExitCodes.Usage;
            },
        };
    }

    private static Verdict Check(string path, IReadOnlyList<string> overrides)
    {
        try
        {
            return new Verdict(path, Math.Max(1, ExperimentFile.Load(path, overrides).Points.Count), null);
        }
        catch (UsageException e)
        {
            return new Verdict(path, 0, e.Message);
        }
    }

    private static void Print(Verdict[] verdicts, Terminal terminal)
    {
        foreach (Verdict verdict in verdicts)
        {
            if (verdict.Problem is null)
            {
                string points = verdict.Points > 1 ? $", a sweep of {verdict.Points} points" : "";
                terminal.Output.WriteLine($"{verdict.Path}: valid{points}");
            }
            else
            {
                terminal.Error.WriteLine(verdict.Problem);
            }
        }
    }

    // A problem is a line; the excerpt below it is for people.
    private static void PrintJson(Verdict[] verdicts, Terminal terminal) => JsonOutput.Print(terminal, json =>
    {
        json.WriteStartArray();
        foreach (Verdict verdict in verdicts)
        {
            IEnumerable<string> problems = (verdict.Problem ?? "").Split('\n').Where(line => line is [not ' ', ..]);
            json.WriteStartObject();
            json.WriteString("file", verdict.Path);
            json.WriteBoolean("valid", verdict.Problem is null);
            json.WriteNumber("points", verdict.Points);
            json.WriteStrings("problems", problems);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private sealed record Verdict(string Path, int Points, string? Problem);
}
