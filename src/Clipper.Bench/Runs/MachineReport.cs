using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Bench.Runs;

/// <summary>The machine and program that computed; goes into run.json and doctor. Holds no name of a host, user or
/// folder.</summary>
/// <param name="Version">Version of Clipper.Bench.</param>
/// <param name="Commit">Commit that it was built from; null where the build did not know it.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Os">The operating system.</param>
/// <param name="Architecture">Architecture of the process, e.g. X64.</param>
/// <param name="Cpu">The processor's name.</param>
/// <param name="Cores">Logical processors that the process may use.</param>
/// <param name="Isa">Vector instruction sets that .NET or the native libraries use, narrowest first.</param>
public sealed record MachineReport(
    string Version, string? Commit, string Runtime, string Os, string Architecture, string Cpu, int Cores,
    IReadOnlyList<string> Isa)
{
    /// <summary>Looks at this machine.</summary>
    public static MachineReport Read()
    {
        var built = typeof(MachineReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        string[] version = (built?.InformationalVersion ?? "unknown").Split('+', 2);
        return new MachineReport(
            version[0],
            version.Length > 1 ? version[1] : null,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            CpuName(),
            Environment.ProcessorCount,
            VectorSets());
    }

    private static string CpuName() => OfProcessor("model name") ?? "unknown";

    // What the kernel says of the first processor; null where it says nothing.
    private static string? OfProcessor(string field)
    {
        const string processors = "/proc/cpuinfo";
        string? line = File.Exists(processors)
            ? File.ReadLines(processors).FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string[] VectorSets()
    {
        (string Name, bool IsSupported)[] sets =
        [
            ("AdvSimd", AdvSimd.IsSupported), ("Sse4.2", Sse42.IsSupported), ("Avx", Avx.IsSupported),
            ("Avx2", Avx2.IsSupported), ("Fma", Fma.IsSupported), ("Avx512F", Avx512F.IsSupported),
            ("Avx512BW", Avx512BW.IsSupported), ("Avx512DQ", Avx512DQ.IsSupported),
            ("Avx512Vbmi", Avx512Vbmi.IsSupported), .. NativeSets(),
        ];
        return [.. sets.Where(set => set.IsSupported).Select(set => set.Name)];
    }

    // .NET has no name for them; libtorch multiplies with them where the kernel lets it.
    private static IEnumerable<(string Name, bool IsSupported)> NativeSets()
    {
        string[] flags = OfProcessor("flags")?.Split(' ') ?? [];
        (string Name, string Flag)[] sets =
        [
            ("Avx512Vnni", "avx512_vnni"), ("Avx512Bf16", "avx512_bf16"), ("Avx512Fp16", "avx512_fp16"),
            ("AmxTile", "amx_tile"), ("AmxInt8", "amx_int8"), ("AmxBf16", "amx_bf16"),
        ];
        return sets.Select(set => (set.Name, flags.Contains(set.Flag)));
    }
}
