using System.Globalization;
using Clipper.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return BenchmarkCommands.Run(args, Console.Error);
