using System.Diagnostics;
using TorchSharp;

namespace Clipper.Clip.Runtime;

/// <summary>Times one matrix product, to tell a real BLAS (over 50 GFLOP/s a core) from the reference one (about
/// 3).</summary>
internal static class SgemmProbe
{
    private const int Size = 384;
    private const int Repeats = 6;

    /// <summary>The best of a few runs, in GFLOP/s: 2·384³ operations each, some milliseconds in all.</summary>
    public static double Measure()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable mode = torch.inference_mode();
        torch.Tensor a = torch.ones([Size, Size], torch.float32);
        double best = double.PositiveInfinity;
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            torch.matmul(a, a).Dispose();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return 2.0 * Size * Size * Size / best / 1e9;
    }
}
