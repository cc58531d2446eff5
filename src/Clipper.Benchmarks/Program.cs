using BenchmarkDotNet.Running;
using Clipper.Benchmarks.Comparison;

// rivals [FILTER]: against Python scripts; anything else is BenchmarkDotNet's.
if (args is ["rivals", ..])
{
    ComparisonRunner.Run(args.Length > 1 ? args[1] : "");
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
