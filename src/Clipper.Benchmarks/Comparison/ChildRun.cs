using System.Diagnostics;
using System.Globalization;

namespace Clipper.Benchmarks.Comparison;

/// <summary>A piece of work in a process of its own, so that its memory is its own: what it took, written by the child
/// as one line and read by its parent.</summary>
/// <param name="Seconds">Time that the work took, without starting the process; of repeated work the median of a
/// call.</param>
/// <param name="Processor">Processor time of all of it.</param>
/// <param name="PeakBytes">The largest resident memory.</param>
internal sealed record ChildRun(double Seconds, double Processor, long PeakBytes)
{
    private const string Mark = "measured ";
    private const string Peaks = "/proc/self/clear_refs";
    private const string PeakField = "VmHWM:";
    private const int Groups = 5;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_leastGroup = TimeSpan.FromMilliseconds(50);

    // What tiered compilation queued gets done.
    private static readonly TimeSpan s_compiling = TimeSpan.FromMilliseconds(300);

    /// <summary>Does the work in this process and prints what it took.</summary>
    public static void Print(Action work)
    {
        ForgetPeak();
        Measurement time = Measurement.Of(work);
        Tell(time.Wall, Peak());
    }

    /// <summary>Does the work again and again and prints what a call took: memory of the first, then, once its code is
    /// compiled, the median time of groups of calls that take 50 ms or more.</summary>
    public static void PrintRepeated(Action work)
    {
        ForgetPeak();
        long start = Stopwatch.GetTimestamp();
        work();
        long peak = Peak();
        int calls = 1;
        for (; Stopwatch.GetElapsedTime(start) < s_warmUp; calls++)
        {
            work();
        }

        TimeSpan once = Stopwatch.GetElapsedTime(start) / calls;
        Thread.Sleep(s_compiling);
        int group = (int)Math.Ceiling(Math.Max(1, s_leastGroup / once));
        double[] times = [.. Enumerable.Range(0, Groups).Select(_ => Mean(work, group))];
        Tell(times.Order().ElementAt(Groups / 2), peak);
    }

    /// <summary>Runs this program with arguments that end in <see cref="Print"/>.</summary>
    public static ChildRun Of(params string[] args)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no file.");
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start.");
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        string line = lines.FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{string.Join(' ', args)} ended with {process.ExitCode}.");
        string[] words = line[Mark.Length..].Split(' ');
        return new ChildRun(
            double.Parse(words[0], CultureInfo.InvariantCulture),
            double.Parse(words[1], CultureInfo.InvariantCulture),
            long.Parse(words[2], CultureInfo.InvariantCulture));
    }

    private static double Mean(Action work, int calls) => Measurement.Of(() =>
    {
        for (int call = 0; call < calls; call++)
        {
            work();
        }
    }).Wall / calls;

    // The largest memory of what came before does not count.
    private static void ForgetPeak()
    {
        GC.Collect();
        File.WriteAllText(Peaks, "5");
    }

    private static long Peak()
    {
        string[] peak = File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith(PeakField, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(peak[1], CultureInfo.InvariantCulture) * 1024;
    }

    private static void Tell(double seconds, long peak) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Mark}{seconds:R} {Environment.CpuUsage.TotalTime.TotalSeconds:R} {peak}"));
}
