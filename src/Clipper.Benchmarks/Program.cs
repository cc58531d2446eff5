using System.Globalization;
using Clipper.Benchmarks.Comparison;
using Clipper.Benchmarks.Gpu;
using Clipper.Benchmarks.Scaling;
using Clipper.Benchmarks.Suite;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Against Python scripts of our own; anything else is BenchmarkDotNet's.
switch (args)
{
    case ["rivals", .. var rest]:
        return RivalRuns.Run(rest);
    case [PipelineComparison.Command, var folder, var cache, var output]:
        PipelineComparison.Embed(folder, cache, output);
        return 0;
    case ["gpu", .. var rest]:
        return GpuRun.Run(rest);
    case [ScalingRun.Command, var subject, var size]:
        ScalingRun.Measure(subject, size);
        return 0;
    case ["scaling"]:
        return ScalingRun.Run();
    default:
        return SuiteRun.Run(args);
}
