using System.ComponentModel;
using System.Diagnostics;

namespace Clipper.Bench.Cli.Doctor;

/// <summary>What NVIDIA's own program says about the GPUs of this machine.</summary>
internal static class GpuListing
{
    private const string Program = "nvidia-smi";

    // A driver that hangs must not hang doctor.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    private static readonly string[] _query =
        ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"];

    /// <summary>Name, memory and driver of each GPU; none where the program is missing, fails or does not
    /// answer.</summary>
    public static IReadOnlyList<string> Read() => Read(Program, _query, _patience);

    /// <summary>The same of another program.</summary>
    /// <param name="program">The program to ask.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="patience">How long to wait.</param>
    internal static IReadOnlyList<string> Read(string program, string[] arguments, TimeSpan patience)
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            return process is null ? [] : Answer(process, patience);
        }
        catch (Win32Exception)
        {
            return [];
        }
    }

    /// <summary>A line of the program for people: <c>NVIDIA H200 (143771 MiB, driver 570.86.15)</c>.</summary>
    internal static string Describe(string line) =>
        line.Split(", ") is [var name, var memory, var driver] ? $"{name} ({memory}, driver {driver})" : line;

    private static string[] Answer(Process process, TimeSpan patience)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            return [];
        }

        return process.ExitCode == 0
            ? [.. output.GetAwaiter().GetResult()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Describe)]
            : [];
    }
}
