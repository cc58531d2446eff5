using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Speed;

/// <summary>Which machine times belong to. Times of machines with different ids are never compared.</summary>
/// <param name="Name">Processor and cores in the letters of a file name, e.g. <c>amd-epyc-zen5-2-cores</c>.</param>
/// <param name="Id">The name, and a hash of what else tells machines apart; it holds no name of a host or
/// user.</param>
public sealed partial record MachineIdentity(string Name, string Id)
{
    private const int HashDigits = 8;
    private const string Cpuinfo = "/proc/cpuinfo";
    private const string MachineId = "/etc/machine-id";

    /// <summary>Looks at this machine.</summary>
    public static MachineIdentity Read() =>
        Of(TextOf(Cpuinfo), TextOf(MachineId), Environment.ProcessorCount);

    /// <summary>The identity of a machine that says this about itself.</summary>
    /// <param name="cpuinfo">Linux's /proc/cpuinfo; empty where there is none.</param>
    /// <param name="machineId">Linux's /etc/machine-id; empty where there is none.</param>
    /// <param name="cores">Logical processors that the process may use.</param>
    internal static MachineIdentity Of(string cpuinfo, string machineId, int cores)
    {
        string model = Field(cpuinfo, "model name");
        string family = Field(cpuinfo, "cpu family");
        string number = Field(cpuinfo, "model");
        string processor = Frequency().Replace(model.Length > 0 ? model : "unknown processor", "");
        string words = string.Create(
            CultureInfo.InvariantCulture, $"{processor} {Generation(family, number)} {cores} cores");
        string name = NoLetter().Replace(Marks().Replace(words, " ").ToLowerInvariant(), "-").Trim('-');
        byte[] facts = Encoding.UTF8.GetBytes(string.Join(
            '\n', name, family, number, Field(cpuinfo, "stepping"), Field(cpuinfo, "flags"), machineId.Trim()));
        return new MachineIdentity(name, $"{name}-{Convert.ToHexStringLower(SHA256.HashData(facts))[..HashDigits]}");
    }

    // AMD's names say nothing about the generation on many virtual machines.
    private static string Generation(string family, string model) => (family, NumberOf(model)) switch
    {
        ("23", < 0x30) => "Zen",
        ("23", _) => "Zen2",
        ("25", >= 0x10 and <= 0x1f or >= 0x60 and <= 0x7f or >= 0xa0 and <= 0xaf) => "Zen4",
        ("25", _) => "Zen3",
        ("26", _) => "Zen5",
        _ => "",
    };

    private static int NumberOf(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string Field(string cpuinfo, string name)
    {
        string? line = cpuinfo.Split('\n').FirstOrDefault(line => line.Split(':')[0].Trim() == name);
        return line is null ? "" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    [GeneratedRegex(@"( CPU)? @.*$")]
    private static partial Regex Frequency();

    [GeneratedRegex(@"\((R|TM|tm|r)\)|\bProcessor\b|\b\d+-Core\b")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[^a-z0-9]+")]
    private static partial Regex NoLetter();
}
