using System.ComponentModel;
using System.Reflection;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Clipper.Benchmarks.Suite;

/// <summary>One measured benchmark.</summary>
/// <param name="Group">What its class is about.</param>
/// <param name="Method">The benchmark's method.</param>
/// <param name="Parameters">Its parameters, as text.</param>
/// <param name="Seconds">Mean time of a call.</param>
/// <param name="Deviation">Standard deviation of the time.</param>
/// <param name="Baseline">Mean time of the class's baseline with the same parameters; null where there is none.</param>
/// <param name="Allocated">Managed bytes a call; null where unknown.</param>
/// <param name="Work">What a call does.</param>
internal sealed record SuiteLine(
    string Group, string Method, string Parameters, double Seconds, double Deviation, double? Baseline,
    long? Allocated, Work Work)
{
    private const double Nano = 1e-9;

    /// <summary>All benchmarks of a class that were measured.</summary>
    public static IEnumerable<SuiteLine> Of(Summary summary) =>
        from report in summary.Reports
        let statistics = report.ResultStatistics
        where statistics is not null
        select Of(report, statistics, BaselineOf(report, summary));

    /// <summary>What the class is about: its description, or its name.</summary>
    public static string GroupOf(Type type) =>
        type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? type.Name;

    private static SuiteLine Of(BenchmarkReport report, Statistics statistics, BenchmarkReport? baseline)
    {
        BenchmarkCase benchmark = report.BenchmarkCase;
        return new SuiteLine(
            GroupOf(benchmark.Descriptor.Type),
            benchmark.Descriptor.WorkloadMethod.Name,
            string.Join(", ", benchmark.Parameters.Items.Select(Text)),
            statistics.Mean * Nano,
            statistics.StandardDeviation * Nano,
            baseline?.ResultStatistics?.Mean * Nano,
            report.GcStats.GetBytesAllocatedPerOperation(benchmark),
            WorkOf(benchmark));
    }

    private static string Text(ParameterInstance parameter) => parameter.Value is int or bool
        ? $"{parameter.Name} {parameter.Value}"
        : $"{parameter.Value}";

    private static BenchmarkReport? BaselineOf(BenchmarkReport report, Summary summary) =>
        report.BenchmarkCase.Descriptor.Baseline ? null : summary.Reports.FirstOrDefault(other =>
            other.BenchmarkCase.Descriptor.Baseline
            && other.BenchmarkCase.Parameters.ValueInfo == report.BenchmarkCase.Parameters.ValueInfo);

    private static Work WorkOf(BenchmarkCase benchmark)
    {
        Type type = benchmark.Descriptor.Type;
        if (type.GetConstructor(Type.EmptyTypes)?.Invoke(null) is not ICountedWork counted)
        {
            throw new InvalidOperationException($"{type.Name} does not count its work ({nameof(ICountedWork)}).");
        }

        foreach (ParameterInstance parameter in benchmark.Parameters.Items)
        {
            type.GetProperty(parameter.Name)?.SetValue(counted, parameter.Value);
        }

        Work work = counted.WorkOf(benchmark.Descriptor.WorkloadMethod.Name);
        (counted as IDisposable)?.Dispose();
        return work;
    }
}
