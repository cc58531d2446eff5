using System.Globalization;
using Clipper.Bench.Speed;
using Clipper.Clip.Runtime;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Probes and mAP beside scikit-learn, one thread each: answers are compared first, then times by
/// turns.</summary>
internal static class ComparisonRunner
{
    private static readonly IComparison[] s_all =
    [
        new LogisticComparison(10_000, 1),
        new LogisticComparison(10_000, 10),
        new LogisticComparison(50_000, 1),
        new AveragePrecisionComparison(50_000, 80),
    ];

    /// <summary>Measures all.</summary>
    /// <exception cref="WrongAnswerException">An answer is not the rival's, or worse than it.</exception>
    public static void Run(Rounds rounds)
    {
        foreach (IComparison comparison in s_all)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("clipper-rivals-");
            try
            {
                comparison.Prepare(folder.FullName);
                Run(comparison, folder.FullName, rounds);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static void Run(IComparison comparison, string folder, Rounds rounds)
    {
        using var rival = new RivalProcess(comparison.Script, folder, TorchRuntime.Start().BlasCore, threads: 1);
        double ours = comparison.Run();
        double theirs = double.Parse(rival.Ask($"answers {comparison.Request}"), CultureInfo.InvariantCulture);
        if (comparison.Problem(ours, theirs) is { } problem)
        {
            throw new WrongAnswerException($"{comparison.Name}: {problem}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{comparison.Name}: {ours:R}; {rival.Greeting}: {theirs:R}"));
        rounds.Compare(
            comparison.Name, "times/s",
            (1, () => Measurement.Of(() => comparison.Run())), (1, () => rival.Measure($"fit {comparison.Request}")));
    }
}
