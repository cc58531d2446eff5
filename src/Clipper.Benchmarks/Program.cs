using System.Globalization;
using BenchmarkDotNet.Running;
using Clipper.Benchmarks.Comparison;

// rivals [ROUNDS [FOLDER]]: against the Python rivals; everything else is BenchmarkDotNet's.
if (args is not ["rivals", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = new Rounds(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 11);
string folder = args.Length > 2 ? args[2] : Path.Combine(Path.GetTempPath(), "clipper-rivals");
using (var images = new DecodeComparison(Path.Combine(folder, "images")))
{
    images.Run(rounds);
}

using (var encoder = new EncodeComparison(Path.Combine(folder, "encoder")))
{
    encoder.Run(rounds);
}

Console.WriteLine(rounds.Table);
