using System.Diagnostics;
using System.Globalization;

namespace Clipper.Bench.Speed;

/// <summary>What decides whether times that are measured now mean anything.</summary>
/// <param name="Load">Mean number of runnable threads of the last minute; null where unknown.</param>
/// <param name="Cores">Logical processors that the process may use.</param>
/// <param name="Governor">Frequency governor of the first core; null where it is not ours to see.</param>
/// <param name="IsDebugBuild">Whether the compiler was told not to optimise.</param>
/// <param name="HasDebugger">Whether a debugger is attached.</param>
/// <param name="NativeThreads">Threads that native libraries start for each of our workers; 1 unless the environment
/// says more.</param>
public sealed record MeasuringConditions(
    double? Load, int Cores, string? Governor, bool IsDebugBuild, bool HasDebugger, int NativeThreads)
{
    private const double LargestLoad = 0.5;
    private const string LoadFile = "/proc/loadavg";
    private const string GovernorFile = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";

    private static readonly string[] s_threadVariables = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

    /// <summary>Looks at this process and machine.</summary>
    public static MeasuringConditions Read() => new(
        LoadOf(FirstLine(LoadFile)),
        Environment.ProcessorCount,
        FirstLine(GovernorFile),
        typeof(MeasuringConditions).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), inherit: false)
            .OfType<DebuggableAttribute>().Any(attribute => attribute.IsJITOptimizerDisabled),
        Debugger.IsAttached,
        s_threadVariables.Select(ThreadsOf).Max());

    /// <summary>Whether other work keeps the machine busy.</summary>
    public bool IsBusy => Load > LargestLoad * Cores;

    /// <summary>What is wrong, one line each; none where times can be trusted.</summary>
    public IReadOnlyList<string> Warnings()
    {
        var warnings = new List<string>();
        if (IsBusy)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture, $"the machine is busy: load {Load:F1} on {Cores} cores"));
        }

        if (Governor is not null and not "performance")
        {
            warnings.Add($"the frequency governor is '{Governor}'; 'performance' keeps the clock steady");
        }

        if (IsDebugBuild)
        {
            warnings.Add("a Debug build; its times mean nothing");
        }

        if (HasDebugger)
        {
            warnings.Add("a debugger is attached");
        }

        if (NativeThreads > 1)
        {
            warnings.Add(
                $"oversubscription: each of {Cores} workers may start {NativeThreads} threads in native libraries; "
                + "unset " + string.Join(", ", s_threadVariables));
        }

        return warnings;
    }

    private static double? LoadOf(string? line) =>
        double.TryParse(line?.Split(' ')[0], CultureInfo.InvariantCulture, out double load) ? load : null;

    private static int ThreadsOf(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int threads)
            ? threads
            : 1;

    private static string? FirstLine(string path) => File.Exists(path) ? File.ReadLines(path).FirstOrDefault() : null;
}
