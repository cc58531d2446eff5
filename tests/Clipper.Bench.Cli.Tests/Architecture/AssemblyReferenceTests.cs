using System.Reflection;

namespace Clipper.Bench.Cli.Tests.Architecture;

public sealed class AssemblyReferenceTests
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Clipper.Core", ["MathNet.Numerics"] },
        { "Clipper.Clip", ["Clipper.Core", "TorchSharp"] },
        { "Clipper.Bench", ["Clipper.Core", "Clipper.Clip", "CsvHelper", "ScottPlot", "YamlDotNet"] },
        {
            "clipper",
            ["Clipper.Core", "Clipper.Clip", "Clipper.Bench", "Spectre.Console", "System.CommandLine"]
        },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Assembly_refers_only_to_what_lies_below_it(string name, string[] allowed)
    {
        AssemblyName[] references = Assembly.Load(name).GetReferencedAssemblies();

        IEnumerable<string?> foreign = references
            .Select(reference => reference.Name)
            .Where(reference => !allowed.Contains(reference) && !IsFramework(reference));

        Assert.Empty(foreign);
    }

    private static bool IsFramework(string? name) =>
        name is "Microsoft.Win32.Primitives" or "netstandard"
        || (name?.StartsWith("System.", StringComparison.Ordinal) == true && name != "System.CommandLine");
}
