using System.Diagnostics;
using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Runs;
using Clipper.Clip.Files;

namespace Clipper.Bench.Cli.Doctor;

/// <summary>The program, the machine and its disks.</summary>
internal static class MachineCheck
{
    private const double LeastFree = 2;

    public static void Program(Examination examination, MachineReport machine)
    {
        bool isDebug = typeof(MachineCheck).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), inherit: false)
            .OfType<DebuggableAttribute>().Any(attribute => attribute.IsJITOptimizerDisabled);
        examination.Topic("program")
            .Add("version", BuildVersion.Number)
            .Add("commit", BuildVersion.Commit)
            .Add("build", isDebug ? "Debug" : "Release")
            .Add("providers", BuildVersion.Providers)
            .Add("dotnet", machine.Runtime);
        if (isDebug)
        {
            examination.Remark("a Debug build; its times mean nothing", "build with -c Release, as ./run.sh does");
        }
    }

    public static void Machine(Examination examination, MachineReport machine)
    {
        double? load = Load();
        examination.Topic("machine")
            .Add("os", machine.Os)
            .Add("architecture", machine.Architecture)
            .Add("cpu", machine.Cpu)
            .Add("cores", machine.Cores)
            .Add("isa", string.Join(' ', machine.Isa))
            .Add("memory_gb", Memory("MemTotal:"))
            .Add("memory_available_gb", Memory("MemAvailable:"))
            .Add("load", load);
        if (load > 0.5 * machine.Cores)
        {
            examination.Remark(
                FormattableString.Invariant($"the machine is busy: load {load:F1} on {machine.Cores} cores"),
                "wait for the other work to end before measuring times");
        }
    }

    public static void Disks(Examination examination, PathPrivacy privacy)
    {
        string cache = CacheFolder.Resolve();
        string results = Path.GetFullPath("results");
        FactList facts = examination.Topic("disk");
        foreach ((string name, string path) in new[] { ("cache", cache), ("results", results) })
        {
            double free = FreeGigabytes(path);
            facts.Add(name, privacy.Show(path)).Add($"{name}_free_gb", free);
            if (free < LeastFree)
            {
                examination.Remark(
                    FormattableString.Invariant($"{free:F1} GB are free where the {name} folder lies"),
                    "free some, or point CLIPPER_CACHE or --out elsewhere");
            }
        }
    }

    private static double FreeGigabytes(string path)
    {
        string? at = path;
        while (at is not null && !Directory.Exists(at))
        {
            at = Path.GetDirectoryName(at);
        }

        return Math.Round(new DriveInfo(at ?? "/").AvailableFreeSpace / ByteSize.Gigabyte, 1);
    }

    private static double? Memory(string field)
    {
        string? line = LinesOf("/proc/meminfo").FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? Math.Round(double.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024 / ByteSize.Gigabyte, 1)
            : null;
    }

    private static double? Load() =>
        LinesOf("/proc/loadavg").FirstOrDefault()?.Split(' ') is [var minute, ..]
            ? double.Parse(minute, CultureInfo.InvariantCulture)
            : null;

    private static IEnumerable<string> LinesOf(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
