using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Cli.Tests.Documentation;

/// <summary>The example of docs/library.md: what stands there is what compiles here.</summary>
internal static class LibraryExample
{
    /// <summary>Runs the experiment of the example.</summary>
    public static void Run()
    {
        Experiment experiment = ExperimentFile.Load("configs/quickstart.yaml", ["protocol.episodes=20"]);
        var options = new RunOptions(Output: "results/from-code");
        RunOutcome outcome = new ExperimentRunner(options).Run(experiment, new QuietObserver(), default);
        foreach (RunRecord record in outcome.Records.Where(record => record.Metric == "accuracy"))
        {
            System.Console.WriteLine($"{record.Method}, {record.Shots} shots: {record.Mean:F4} ± {record.Ci95:F4}");
        }
    }
}
