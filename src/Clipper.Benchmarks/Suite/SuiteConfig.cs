using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using Perfolizer.Horology;

namespace Clipper.Benchmarks.Suite;

/// <summary>How the suite measures: short jobs, each benchmark in a process of its own, so that all of it takes a
/// quarter of an hour at most. <c>--job medium</c> or <c>long</c> takes the place of the short job.</summary>
internal static class SuiteConfig
{
    private const int Warmups = 2;
    private const int Iterations = 5;
    private const double IterationMilliseconds = 120;

    // The projects are built again; a machine with other work takes its time.
    private static readonly TimeSpan s_buildTimeout = TimeSpan.FromMinutes(10);

    // As the program runs (Program.props), and so that no method is compiled again while it is measured.
    private static readonly EnvironmentVariable[] s_compiler =
    [
        new("DOTNET_TieredPGO", "0"), new("DOTNET_TC_QuickJitForLoops", "0"),
        new("DOTNET_TC_CallCountingDelayMs", "0"),
    ];

    /// <summary>The configuration for these arguments.</summary>
    /// <param name="arguments">What is asked for.</param>
    /// <param name="artifacts">Where it may write.</param>
    public static IConfig For(SuiteArguments arguments, string artifacts)
    {
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddLogger(arguments.IsQuestion ? ConsoleLogger.Default : new ProgressLogger(Console.Error))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithOption(ConfigOptions.DisableLogFile, true)
            .WithBuildTimeout(s_buildTimeout)
            .WithArtifactsPath(artifacts);
        return arguments.Given.Any(arg => arg.Split('=')[0] is "--job" or "-j") ? config : config.AddJob(Job.Default
            .WithWarmupCount(Warmups)
            .WithIterationCount(Iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds))
            .WithEvaluateOverhead(false)
            .WithEnvironmentVariables(s_compiler)
            .WithId("short"));
    }
}
