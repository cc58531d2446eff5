using System.Globalization;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Everything that is measured beside Python: <c>rivals [NAME…] [--rounds N]</c>.</summary>
internal static class RivalRuns
{
    private const string RoundsName = "--rounds";
    private const int UsualRounds = 7;

    private static readonly (string Name, Action<Rounds, string> Run)[] s_all =
    [
        ("imprint", (rounds, folder) => With(new ImprintComparison(folder), each => each.Run(rounds))),
        ("images", (rounds, folder) => With(new DecodeComparison(folder), each => each.Run(rounds))),
        ("encoder", (rounds, folder) => With(new EncodeComparison(folder), each => each.Run(rounds))),
        ("pipeline", (rounds, folder) => With(new PipelineComparison(folder), each => each.Run(rounds))),
        ("episodes", (_, _) => EpisodeComparison.Run()),
        ("probes", (_, _) => ComparisonRunner.Run("")),
    ];

    /// <summary>Runs those that are named, or all, and prints tables.</summary>
    /// <returns>0, or 1 where a name is not known.</returns>
    public static int Run(string[] args)
    {
        int at = Array.IndexOf(args, RoundsName);
        var rounds = new Rounds(at < 0 ? UsualRounds : int.Parse(args[at + 1], CultureInfo.InvariantCulture));
        string[] names = at < 0 ? args : [.. args[..at], .. args[(at + 2)..]];
        string[] unknown = [.. names.Except(s_all.Select(each => each.Name))];
        if (unknown.Length > 0)
        {
            string known = string.Join(", ", s_all.Select(each => each.Name));
            Console.Error.WriteLine($"Not known: {string.Join(", ", unknown)}; there are {known}.");
            return 1;
        }

        string folder = Path.Combine(Path.GetTempPath(), "clipper-rivals");
        foreach ((string name, Action<Rounds, string> run) in s_all)
        {
            if (names.Length == 0 || names.Contains(name))
            {
                Console.WriteLine($"\n## {name}\n");
                run(rounds, Path.Combine(folder, name));
            }
        }

        Console.WriteLine($"\n## Together\n\n{rounds.Table}");
        return 0;
    }

    private static void With<T>(T comparison, Action<T> run)
        where T : IDisposable
    {
        using (comparison)
        {
            run(comparison);
        }
    }
}
