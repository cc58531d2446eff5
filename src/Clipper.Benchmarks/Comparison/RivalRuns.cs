using System.Globalization;
using System.Text;
using Clipper.Bench.Speed;
using Clipper.Benchmarks.Suite;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Everything that is measured beside Python: <c>rivals [NAME…] [--rounds N]</c>.</summary>
internal static class RivalRuns
{
    private static readonly (string Name, Action<Rounds, string> Run)[] s_all =
    [
        ("imprint", (rounds, folder) => With(new ImprintComparison(folder), each => each.Run(rounds))),
        ("images", (rounds, folder) => With(new DecodeComparison(folder), each => each.Run(rounds))),
        ("encoder", (rounds, folder) => With(new EncodeComparison(folder), each => each.Run(rounds))),
        ("pipeline", (rounds, folder) => With(new PipelineComparison(folder), each => each.Run(rounds))),
        ("episodes", (rounds, folder) => With(new EpisodeComparison(folder), each => each.Run(rounds))),
        ("probes", (rounds, _) => ComparisonRunner.Run(rounds)),
    ];

    /// <summary>Names of all comparisons, in the order of measuring.</summary>
    public static IReadOnlyList<string> Names => [.. s_all.Select(each => each.Name)];

    /// <summary>Runs those that are chosen, and prints and writes their table: that of a whole run to docs/performance,
    /// that of a part to artifacts/benchmarks.</summary>
    /// <exception cref="WrongAnswerException">Answers of ours and a rival's differ.</exception>
    /// <exception cref="RivalException">A rival cannot be run.</exception>
    public static int Run(RivalArguments arguments)
    {
        RunFacts facts = RunFacts.Start();
        var rounds = new Rounds(arguments.Rounds);
        string folder = Path.Combine(Path.GetTempPath(), "clipper-rivals");
        foreach ((string name, Action<Rounds, string> run) in s_all)
        {
            if (arguments.Names.Contains(name))
            {
                Console.WriteLine($"\n## {name}\n");
                run(rounds, Path.Combine(folder, name));
            }
        }

        Console.WriteLine($"\n## Together\n\n{rounds.Table}\n");
        string machine = MachineIdentity.Read().Name;
        Pages.Write($"rivals-{machine}.md", Page(machine, facts, rounds, arguments), arguments.IsWhole);
        return 0;
    }

    private static string Page(string machine, RunFacts facts, Rounds rounds, RivalArguments arguments)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"# Beside other programs on {machine}").AppendLine();
        page.AppendLine("""
            Written by `./run.sh bench --rivals`. The answers of both sides were compared before any time was taken.
            Each round is ours, then the rival's; one round before them does not count.

            """);
        page.AppendLine(facts.Table()).AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Compared: {string.Join(", ", arguments.Names)}.").AppendLine();
        page.AppendLine(rounds.Table);
        return page.ToString();
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
