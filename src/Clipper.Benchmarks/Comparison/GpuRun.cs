namespace Clipper.Benchmarks.Comparison;

/// <summary>What <c>gpu.sh</c> runs.</summary>
internal static class GpuRun
{
    private const int UsualRounds = 7;

    /// <summary>Checks the golden models and the tables of a run on the device, measures beside PyTorch, and prints
    /// the table.</summary>
    public static int Run(string device, int batch, string goldens)
    {
        GpuComparison.CheckGoldens(goldens, device);
        GpuAccuracies.Check(device);
        var rounds = new Rounds(UsualRounds);
        using (var comparison = new GpuComparison(
            Path.Combine(Path.GetTempPath(), "clipper-gpu-weights"), device, batch))
        {
            comparison.Run(rounds);
        }

        Console.WriteLine(rounds.Table);
        return 0;
    }
}
