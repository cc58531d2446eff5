using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Clipper.Bench.Speed;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Suite;

/// <summary>Runs BenchmarkDotNet and writes the page of this machine.</summary>
internal static class SuiteRun
{
    private const int SomeFailed = 3;

    /// <summary>Runs all benchmarks, or those that the arguments choose. The page of a whole run is that of the machine
    /// in docs/performance; that of a part, of a dry run or of one where a benchmark failed goes to
    /// artifacts/benchmarks.</summary>
    /// <returns>0, or 3 where a benchmark gave no figure.</returns>
    /// <exception cref="UsageException">No benchmark has such a name.</exception>
    public static int Run(SuiteArguments arguments)
    {
        if (arguments.IsQuestion)
        {
            Console.WriteLine($"{BenchmarkCommands.Usage}\n");
            Benchmark(arguments);
            return 0;
        }

        RunFacts facts = RunFacts.Start();
        MachineLimits before = MachineLimits.Measure();
        Summary[] summaries = Benchmark(arguments);
        string[] failed = [.. Failures.Of(summaries)];
        SuiteLine[] lines = [.. summaries.SelectMany(SuiteLine.Of)];
        Array.ForEach(failed, Console.Error.WriteLine);
        if (lines.Length > 0)
        {
            WritePage(arguments, facts, before, lines, isWhole: arguments.IsWhole && failed.Length == 0);
        }
        else if (failed.Length == 0)
        {
            throw new UsageException(
                $"No benchmark was measured: nothing matches '{string.Join(' ', arguments.Given)}'; "
                + "'./run.sh bench --list flat' names all.");
        }

        return failed.Length == 0 ? 0 : SomeFailed;
    }

    private static Summary[] Benchmark(SuiteArguments arguments) =>
    [
        .. BenchmarkSwitcher.FromAssembly(typeof(SuiteRun).Assembly).Run(
            [.. arguments.ForBenchmarkDotNet], SuiteConfig.For(arguments, Pages.Artifacts)),
    ];

    private static void WritePage(
        SuiteArguments arguments, RunFacts facts, MachineLimits before, IReadOnlyList<SuiteLine> lines, bool isWhole)
    {
        MachineLimits after = MachineLimits.Measure();
        string name = MachineIdentity.Read().Name;
        IReadOnlyList<string> given = arguments.Given;
        (string, string)[] rows =
        [
            .. facts.Facts(),
            ("arguments", given.Count == 0 ? "none" : string.Join(' ', given)),
            ("BenchmarkDotNet", typeof(BenchmarkAttribute).Assembly.GetName().Version?.ToString(3) ?? "unknown"),
            ("decoders", ImagePreprocessor.DecoderVersions),
        ];
        string page = new SuitePage(name, rows, before, after, lines).ToMarkdown();
        Console.WriteLine(page);
        Pages.Write($"{name}.md", page, isWhole);
    }
}
