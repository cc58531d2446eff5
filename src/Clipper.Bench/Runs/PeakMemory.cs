using System.Diagnostics;
using System.Globalization;

namespace Clipper.Bench.Runs;

/// <summary>The largest resident memory of this process, as the kernel counts it (VmHWM), its libraries and mapped
/// files with it.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string Field = "VmHWM:";
    private const string Reset = "/proc/self/clear_refs";

    /// <summary>Has the kernel count from now on (Linux, proc(5): 5 written to clear_refs).</summary>
    /// <returns>Whether it does; else <see cref="Bytes"/> goes on from the start of the process.</returns>
    public static bool Restart()
    {
        if (!File.Exists(Reset))
        {
            return false;
        }

        try
        {
            File.WriteAllText(Reset, "5");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The largest resident memory since the process began, or since <see cref="Restart"/>.</summary>
    public static long Bytes()
    {
        string? line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal))
            : null;
        if (line is null)
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }

        string kilobytes = line[Field.Length..].Replace("kB", "", StringComparison.Ordinal);
        const NumberStyles style = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        return 1024 * long.Parse(kilobytes, style, CultureInfo.InvariantCulture);
    }
}
