using System.Globalization;
using BenchmarkDotNet.Running;
using Clipper.Benchmarks.Comparison;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Against Python scripts of our own; anything else is BenchmarkDotNet's.
switch (args)
{
    case ["rivals", "episodes"]:
        return EpisodeComparison.Run();
    case ["rivals", "encoder", .. var rest]:
        EncoderComparisons.Run(rest);
        return 0;
    case ["rivals", .. var filter]:
        ComparisonRunner.Run(filter.Length > 0 ? filter[0] : "");
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
