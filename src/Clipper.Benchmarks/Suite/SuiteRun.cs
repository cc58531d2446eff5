using System.Globalization;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using Clipper.Bench.Runs;
using Clipper.Bench.Speed;
using Clipper.Clip.Imaging;
using Clipper.Clip.Runtime;

namespace Clipper.Benchmarks.Suite;

/// <summary>Runs BenchmarkDotNet and writes the page of this machine.</summary>
internal static class SuiteRun
{
    private const string Artifacts = "artifacts/benchmarks";

    /// <summary>Runs all benchmarks, or those that the arguments choose. The page of a whole run is that of the machine
    /// in docs/performance; that of a part goes to artifacts/benchmarks.</summary>
    /// <param name="args">BenchmarkDotNet's, e.g. <c>--filter '*Imprint*' --job medium</c>.</param>
    public static int Run(string[] args)
    {
        bool isWhole = !args.Contains("--filter") && !args.Contains("-f") && !args.Contains("--list");
        string artifacts = Path.Combine(Repository(), Artifacts);
        DateTimeOffset start = TimeProvider.System.GetUtcNow();
        IReadOnlyList<string> warnings = MeasuringConditions.Read().Warnings();
        MachineLimits before = MachineLimits.Measure();
        SuiteLine[] lines =
        [
            .. BenchmarkSwitcher.FromAssembly(typeof(SuiteRun).Assembly)
                .Run(isWhole ? [.. args, "--filter", "*"] : args, SuiteConfig.For(args, artifacts))
                .SelectMany(SuiteLine.Of),
        ];
        if (lines.Length == 0)
        {
            return 0;
        }

        MachineLimits after = MachineLimits.Measure();
        TimeSpan taken = TimeProvider.System.GetUtcNow() - start;
        string name = MachineIdentity.Read().Name;
        string folder = isWhole ? Path.Combine(Repository(), "docs", "performance") : artifacts;
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{name}.md");
        (string, string)[] facts =
            [.. Facts(start, taken, args), .. warnings.Select(text => ("**warning**", text))];
        string page = new SuitePage(name, facts, before, after, lines).ToMarkdown();
        File.WriteAllText(path, page);
        Console.WriteLine(page);
        Console.WriteLine($"Written to {path}");
        return 0;
    }

    private static (string Name, string Value)[] Facts(DateTimeOffset start, TimeSpan taken, string[] args)
    {
        MachineReport machine = MachineReport.Read();
        TorchReport torch = TorchRuntime.Start();
        return
        [
            ("date", start.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
            ("took", string.Create(CultureInfo.InvariantCulture, $"{taken.TotalMinutes:F0} min")),
            ("arguments", args.Length == 0 ? "none" : string.Join(' ', args)),
            ("processor", string.Create(CultureInfo.InvariantCulture, $"{machine.Cpu}, {machine.Cores} cores")),
            ("vector sets", string.Join(", ", machine.Isa)),
            ("system", machine.Os),
            (".NET", machine.Runtime),
            ("BenchmarkDotNet", typeof(BenchmarkAttribute).Assembly.GetName().Version?.ToString(3) ?? "unknown"),
            ("libtorch", torch.TorchVersion),
            ("BLAS", $"{torch.BlasLibrary}, kernels {torch.BlasCore}"),
            ("decoders", ImagePreprocessor.DecoderVersions),
        ];
    }

    private static string Repository([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) ?? "", "..", "..", ".."));
}
