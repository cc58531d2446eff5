using System.Diagnostics;
using System.Globalization;

namespace Clipper.Benchmarks.Comparison;

/// <summary>A piece of work in a process of its own, so that its memory is its own: what it took, written by the child
/// as one line and read by its parent.</summary>
/// <param name="Seconds">Time that the work took, without starting the process.</param>
/// <param name="Processor">Processor time of all of it.</param>
/// <param name="PeakBytes">The largest resident memory.</param>
internal sealed record ChildRun(double Seconds, double Processor, long PeakBytes)
{
    private const string Mark = "measured ";
    private const string Peaks = "/proc/self/clear_refs";
    private const string PeakField = "VmHWM:";

    /// <summary>Does the work in this process and prints what it took.</summary>
    public static void Print(Action work)
    {
        GC.Collect();
        File.WriteAllText(Peaks, "5"); // the largest memory of what came before does not count
        Measurement time = Measurement.Of(work);
        string[] peak = File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith(PeakField, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        long bytes = long.Parse(peak[1], CultureInfo.InvariantCulture) * 1024;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark}{time.Wall:R} {Environment.CpuUsage.TotalTime.TotalSeconds:R} {bytes}"));
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
}
