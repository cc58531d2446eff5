using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Clip.Files;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper demo</c>: the quickstart with few episodes, wherever the program stands.</summary>
internal static class DemoCommand
{
    private const string Resource = "quickstart.yaml";

    private static readonly string[] Smaller =
        ["name=demo", "protocol.episodes=10", "protocol.validation-episodes=10", "protocol.shots=5"];

    public static CliCommand Create()
    {
        var output = SharedOptions.Text("--out", "DIR", "Results folder.", Path.Combine("results", "demo"));
        return new CliCommand(
            "demo",
            "Show the whole pipeline in under a minute, offline: drawn pictures, the embedded model, a report.",
            "clipper demo",
            "clipper demo --out /tmp/demo")
        {
            Options = { output },
            IsResumable = true,
            Execute = (parse, session) =>
            {
                string folder = parse.GetRequiredValue(output);
                string config = Path.Combine(folder, "demo.yaml");
                AtomicFile.WriteText(config, Text());
                var options = new RunOptions(folder) { OwnsProcess = true };
                return RunCommand.Run([ExperimentFile.Load(config, Smaller)], options, asJson: false, session);
            },
        };
    }

    private static string Text()
    {
        using Stream stream = typeof(DemoCommand).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
