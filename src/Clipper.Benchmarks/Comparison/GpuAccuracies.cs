using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Benchmarks.Scaling;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Comparison;

/// <summary>The table of a run with the model that comes with the program, on the CPU and on the device in every
/// type: how far their means are apart.</summary>
internal static class GpuAccuracies
{
    /// <summary>Two tables agree where no mean differs by more: a tenth of a point.</summary>
    private const double Tolerance = 0.001;

    /// <summary>Runs both and compares.</summary>
    /// <param name="device">cuda or cuda:i; cpu compares the types of the processor.</param>
    /// <exception cref="InvalidOperationException">The means of fp32 are further apart, or a cell failed.</exception>
    public static void Check(string device)
    {
        string folder = Directory.CreateTempSubdirectory("clipper-gpu-").FullName;
        try
        {
            Means expected = Run(folder, "cpu", "fp32");
            foreach ((string type, Precision precision) in Precisions.All)
            {
                try
                {
                    Compare(expected, Run(folder, device, type), device, type, precision);
                }
                catch (UsageException error)
                {
                    Console.WriteLine($"tables {device} {type}: {error.Message}");
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(Means expected, Means actual, string device, string type, Precision precision)
    {
        double largest = expected.ByCell.Max(cell => Math.Abs(cell.Value - actual.ByCell[cell.Key]));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"tables {device} {type}: {expected.ByCell.Count} means differ from the CPU's by at most "
            + $"{100 * largest:F3} points"));
        if (precision == Precision.Single && !(largest <= Tolerance))
        {
            throw new InvalidOperationException($"the tables of {device} differ from the CPU's by {largest}.");
        }
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
