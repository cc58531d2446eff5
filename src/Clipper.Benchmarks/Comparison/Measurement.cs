using System.Diagnostics;

namespace Clipper.Benchmarks.Comparison;

/// <summary>How long a piece of work took.</summary>
/// <param name="Wall">Seconds that passed.</param>
/// <param name="Processor">Seconds of processor time, of all threads: what is left to compare where other work runs on
/// the machine.</param>
internal readonly record struct Measurement(double Wall, double Processor)
{
    /// <summary>Does the work and measures it.</summary>
    public static Measurement Of(Action work)
    {
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        return new Measurement(
            Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }
}
