using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Clipper.Benchmarks.Suite;
using Clipper.Testing;

namespace Clipper.Benchmarks.Tests.Suite;

public sealed class FailuresTests
{
    [Fact]
    public void Benchmark_that_throws_is_named_and_one_that_ends_is_not()
    {
        using var folder = new TemporaryFolder();
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddLogger(NullLogger.Instance)
            .AddJob(Job.Dry.WithToolchain(InProcessNoEmitToolchain.Instance))
            .WithOption(ConfigOptions.DisableLogFile, true)
            .WithArtifactsPath(folder.Path);

        Summary summary = BenchmarkRunner.Run<TwoBenchmarks>(config);

        string failure = Assert.Single(Failures.Of([summary]));
        Assert.Contains($"failed: {nameof(TwoBenchmarks)}.{nameof(TwoBenchmarks.Throw)}", failure,
            StringComparison.Ordinal);
    }
}
