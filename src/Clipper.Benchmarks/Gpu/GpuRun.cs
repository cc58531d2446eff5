using System.Globalization;
using Clipper.Benchmarks.Comparison;
using Clipper.Clip.Models;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Gpu;

/// <summary>What <c>gpu.sh</c> runs: <c>gpu DEVICE BATCH SECONDS GOLDENS</c>.</summary>
internal static class GpuRun
{
    private const int UsualRounds = 7;

    private static readonly string[] s_towers = ["ViT-B-32", "ViT-L-14"];

    // What a step needs at least is to be had first: bf16 is what a GPU is for.
    private static readonly Precision[] s_types =
        [Precision.BFloat16, Precision.Half, Precision.TensorFloat32, Precision.Single];

    /// <summary>Checks the golden models and the tables of a run on the device, measures beside PyTorch, and prints
    /// the table of what there was time for.</summary>
    /// <returns>0; 1 where an answer is out of its bound.</returns>
    /// <exception cref="UsageException">The arguments are wrong, or the device is not there.</exception>
    public static int Run(string[] args)
    {
        if (args is not [var device, var images, var time, var goldens]
            || !TryCount(images, out int batch) || !TryCount(time, out int seconds) || !Directory.Exists(goldens))
        {
            throw new UsageException(
                $"gpu: got '{string.Join(' ', args)}'; expected DEVICE BATCH SECONDS and the goldens' folder, as in: "
                + "gpu cuda 256 450 goldens");
        }

        return Run(device, batch, TimeSpan.FromSeconds(seconds), goldens);
    }

    private static int Run(string device, int batch, TimeSpan budget, string goldens)
    {
        TorchReport report = TorchRuntime.Start();
        Console.WriteLine($"ours: torch {report.TorchVersion}, {report.Provider}, {report.CudaDevices} CUDA devices");
        // Says what is wrong with the device before anything else is done.
        ImageEncoder.Load(ModelLoader.Describe("random:0"), device).Dispose();
        var checks = new GpuChecks();
        var steps = new GpuSteps(budget, checks);
        var rounds = new Rounds(UsualRounds);
        steps.Do("golden models", new GpuGoldens(goldens, device, checks).Check);
        using (var rival = new GpuRival(
            Path.Combine(Path.GetTempPath(), "clipper-gpu-weights"), device, report.BlasCore))
        {
            var comparison = new GpuComparison(rival, device, batch, checks);
            foreach (Precision type in s_types)
            {
                foreach (string tower in s_towers)
                {
                    steps.Do(
                        $"{tower} in {Precisions.NameOf(type)}", () => comparison.Run(rounds, tower, type));
                    if (type == s_types[0] && tower == s_towers[0])
                    {
                        steps.Do("tables", () => GpuAccuracies.Check(device, checks));
                    }
                }
            }
        }

        return Sum(checks, steps, rounds);
    }

    private static int Sum(GpuChecks checks, GpuSteps steps, Rounds rounds)
    {
        Console.WriteLine($"\n{rounds.Table}\n");
        Console.WriteLine(steps.Left.Count == 0 ? "nothing left out" : $"no time for: {string.Join(", ", steps.Left)}");
        Console.WriteLine($"{checks.Failures.Count} checks failed");
        foreach (string failure in checks.Failures)
        {
            Console.WriteLine($"FAILED  {failure}");
        }

        return checks.Failures.Count == 0 ? 0 : 1;
    }

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
}
