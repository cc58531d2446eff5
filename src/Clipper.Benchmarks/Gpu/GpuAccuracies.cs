using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Benchmarks.Scaling;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Gpu;

/// <summary>The table of a run with the model that comes with the program, on the CPU and on the device in every
/// type: how far their means are apart.</summary>
internal static class GpuAccuracies
{
    /// <summary>Two tables agree where no mean differs by more points, in whatever type.</summary>
    private const double Tolerance = 0.1;

    /// <summary>Runs both and compares.</summary>
    /// <param name="device">cuda or cuda:i; cpu compares the types of the processor.</param>
    /// <param name="checks">Is told how far each type's means are from those of fp32 on the CPU.</param>
    /// <exception cref="InvalidOperationException">A cell failed.</exception>
    public static void Check(string device, GpuChecks checks)
    {
        string folder = Directory.CreateTempSubdirectory("clipper-gpu-").FullName;
        try
        {
            Means expected = Run(folder, "cpu", "fp32");
            foreach ((string type, _) in Precisions.All)
            {
                try
                {
                    Compare(expected, Run(folder, device, type), $"tables {device} {type}", checks);
                }
                catch (UsageException error)
                {
                    Console.WriteLine($"not done: tables {device} {type}: {error.Message}");
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(Means expected, Means actual, string what, GpuChecks checks)
    {
        double largest = expected.ByCell.Max(cell => Math.Abs(cell.Value - actual.ByCell[cell.Key]));
        checks.AtMost($"{what}: points between {expected.ByCell.Count} means and the CPU's", 100 * largest, Tolerance);
    }

    private static Means Run(string folder, string device, string type)
    {
        string name = $"{device.Replace(':', '-')}-{type}";
        string path = Path.Combine(folder, $"{name}.yaml");
        File.WriteAllText(path, $$"""
            name: gpu
            seed: 0
            model: clip-toy
            dtype: {{type}}
            datasets:
              - { name: shapes, variant: single }
              - { name: shapes, variant: multi }
            protocol: { kind: few-shot, settings: [5w1s15q, 5w5s15q], episodes: 100, validation-episodes: 0 }
            methods: [wi, mwi, zero-shot]
            metrics: [accuracy, map]
            """);
        var options = new RunOptions(
            Path.Combine(folder, name), device, StopOnError: true, CacheRoot: Path.Combine(folder, $"cache-{name}"),
            Report: false);
        RunOutcome outcome = new ExperimentRunner(options)
            .Run(ExperimentFile.Load(path, []), new SilentObserver(), CancellationToken.None);
        return outcome.Failed == 0
            ? Means.Of(outcome.Records)
            : throw new InvalidOperationException($"{name}: {outcome.Failed} cells failed.");
    }

    /// <summary>Mean of each metric of each cell.</summary>
    private sealed record Means(IReadOnlyDictionary<string, double> ByCell)
    {
        public static Means Of(IEnumerable<RunRecord> records) => new(records
            .Where(record => double.IsFinite(record.Mean))
            .ToDictionary(
                record => $"{record.Variant} {record.Ways}w{record.Shots}s {record.Method} {record.Metric}",
                record => record.Mean,
                StringComparer.Ordinal));
    }
}
