using System.Diagnostics;
using System.Globalization;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Runs comparisons, ours and the rival's turn by turn: answers are compared first, then the least processor
/// times, which other work on the machine disturbs less than times on the wall.</summary>
internal static class ComparisonRunner
{
    private const int Rounds = 3;

    private static readonly IComparison[] _all =
    [
        new LogisticComparison(10_000, 1),
        new LogisticComparison(10_000, 10),
        new LogisticComparison(50_000, 1),
        new AveragePrecisionComparison(50_000, 80),
    ];

    /// <summary>Prints a table with a line for every comparison whose name holds <paramref name="filter"/>.</summary>
    public static void Run(string filter)
    {
        Console.WriteLine("| work | Clipper.Bench | rival | ratio | answers |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (IComparison comparison in _all.Where(each => each.Name.Contains(filter, StringComparison.Ordinal)))
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("clipper-rivals-");
            try
            {
                Console.WriteLine(Line(comparison, folder.FullName));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static string Line(IComparison comparison, string folder)
    {
        comparison.Prepare(folder);
        comparison.Run(); // compiled before it is measured
        double ours = double.PositiveInfinity;
        double theirs = double.PositiveInfinity;
        string answers = "";
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
            double[] answer = comparison.Run();
            ours = Math.Min(ours, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);

            RivalAnswer rival = RivalScript.Run<RivalAnswer>(
                comparison.Rival[0], [folder, .. comparison.Rival.Skip(1)]);
            theirs = Math.Min(theirs, rival.Seconds);
            if (comparison.Problem(answer, rival.Answers) is { } problem)
            {
                throw new InvalidDataException($"{comparison.Name}: {problem}");
            }

            answers = $"{Text(answer)} / {Text(rival.Answers)}";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {comparison.Name} | {ours:F2} s | {theirs:F2} s | {theirs / ours:F1} | {answers} |");
    }

    private static string Text(double[] answers) =>
        string.Join(", ", answers.Select(answer => answer.ToString("R", CultureInfo.InvariantCulture)));
}
