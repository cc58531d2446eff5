using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;
using Clipper.Bench.Runs.Planning;
using Clipper.Clip.Files;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper cache list|verify|gc|explain</c>.</summary>
internal static class CacheCommand
{
    private const string Results = "results";

    public static CliCommand Create() => new("cache", "Look after the embedding cache.", "clipper cache list")
    {
        Subcommands = { List(), Verify(), Collect(), Explain() },
    };

    private static CliCommand List()
    {
        var json = SharedOptions.Json();
        return new CliCommand("list", "List the entries.", "clipper cache list --json")
        {
            Options = { json },
            Execute = (parse, session) =>
            {
                CacheTable.Print(Open(session).List(), parse.GetValue(json), session.Terminal);
                return ExitCodes.Done;
            },
        };
    }

    private static CliCommand Verify()
    {
        var json = SharedOptions.Json();
        return new CliCommand(
            "verify", "Check every byte of every entry; exit 2 if one is damaged.", "clipper cache verify --json")
        {
            Options = { json },
            Execute = (parse, session) =>
            {
                EmbeddingCache cache = Open(session);
                int count = cache.List().Count;
                IReadOnlyList<CacheEntry> entries = ProgressDisplay.Show(session.Terminal, display => cache.Verify(
                    new DirectProgress<int>(done => display.Advance("verify", done, count, "entries"))));
                CacheTable.Print(entries, parse.GetValue(json), session.Terminal);
                return entries.Any(entry => entry.Problem is not null) ? ExitCodes.Data : ExitCodes.Done;
            },
        };
    }

    private static CliCommand Collect()
    {
        var days = SharedOptions.Number("--unused-for", "DAYS", "Remove entries that were not used for so long.", 1e5);
        var size = SharedOptions.Number(
            "--at-most", "GB", "Then remove the longest unused until the cache is no larger.", 1e6);
        var results = new Option<string[]>("--results")
        {
            Description = "Results folders whose runs' entries are kept [default: results].",
            HelpName = "DIR",
        };
        var dryRun = SharedOptions.Flag("--dry-run", "Only say what would be removed.");
        return new CliCommand(
            "gc",
            "Remove old entries and leftovers; never one that a listed result refers to.",
            "clipper cache gc --unused-for 30 --at-most 20 --dry-run")
        {
            Options = { days, size, results, dryRun },
            Execute = (parse, session) =>
            {
                string[] folders = parse.GetValue(results) ?? (Directory.Exists(Results) ? [Results] : []);
                IReadOnlyList<CacheRemoval> decisions = Open(session).Collect(new CacheCleanup(
                    parse.GetValue(days) is { } unused ? TimeSpan.FromDays(unused) : null,
                    parse.GetValue(size) is { } most ? (long)(most * ByteSize.Gigabyte) : null,
                    folders,
                    parse.GetValue(dryRun)));
                CacheTable.Print(decisions, parse.GetValue(dryRun), session.Terminal);
                return ExitCodes.Done;
            },
        };
    }

    private static CliCommand Explain()
    {
        var config = new Argument<string>("CONFIG") { Description = "An experiment file." };
        var set = SharedOptions.Set();
        return new CliCommand(
            "explain",
            "Say for every data set of an experiment whether its embeddings are there, and if not, what differs.",
            "clipper cache explain configs/quickstart.yaml")
        {
            Arguments = { config },
            Options = { set },
            Execute = (parse, session) =>
            {
                string[] overrides = parse.GetValue(set) ?? [];
                ExplainAll(ExperimentFile.Load(parse.GetRequiredValue(config), overrides), session);
                return ExitCodes.Done;
            },
        };
    }

    private static void ExplainAll(Experiment experiment, Session session)
    {
        foreach (ExplainedEmbedding each in
            new ExperimentPlanner(new RunOptions()).Explain(experiment, session.Terminal.Warn))
        {
            CacheTable.Print(each, session.Terminal);
        }
    }

    private static EmbeddingCache Open(Session session) => new(warn: session.Terminal.Warn);
}
