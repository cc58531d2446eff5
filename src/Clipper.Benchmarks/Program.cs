using BenchmarkDotNet.Running;
using Clipper.Benchmarks.Comparisons;

if (args is ["compare", "episodes"])
{
    return EpisodeComparison.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
