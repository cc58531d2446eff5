using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Runs;
using Clipper.Bench.Speed;
using Clipper.Clip.Files;

namespace Clipper.Bench.Cli.Doctor;

/// <summary>The program, the machine and its disks.</summary>
internal static class MachineCheck
{
    private const double LeastFree = 2;

    public static void Program(Examination examination, MachineReport machine, MeasuringConditions conditions)
    {
        examination.Topic("program")
            .Add("version", BuildVersion.Number)
            .Add("commit", BuildVersion.Commit)
            .Add("build", conditions.IsDebugBuild ? "Debug" : "Release")
            .Add("providers", BuildVersion.Providers)
            .Add("dotnet", machine.Runtime);
    }

    public static void Machine(Examination examination, MachineReport machine, MeasuringConditions conditions)
    {
        examination.Topic("machine")
            .Add("os", machine.Os)
            .Add("architecture", machine.Architecture)
            .Add("cpu", machine.Cpu)
            .Add("cores", machine.Cores)
            .Add("isa", string.Join(' ', machine.Isa))
            .Add("memory_gb", Memory("MemTotal:"))
            .Add("memory_available_gb", Memory("MemAvailable:"))
            .Add("load", conditions.Load)
            .Add("governor", conditions.Governor)
            .Add("native_threads", conditions.NativeThreads);
        foreach (string warning in conditions.Warnings())
        {
            examination.Remark(warning, "mend it before measuring times; results do not depend on it");
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

    private static IEnumerable<string> LinesOf(string file) => File.Exists(file) ? File.ReadLines(file) : [];
}
