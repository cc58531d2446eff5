using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper run-cell</c>: what <c>run --isolate</c> starts for every cell. It holds no lock: the run does.
/// </summary>
internal static class RunCellCommand
{
    public static CliCommand Create()
    {
        var results = new Argument<string>("RESULTS") { Description = "Results folder that a run works in." };
        var cell = new Argument<string>("CELL") { Description = "Id of a cell of its configuration." };
        var threads = SharedOptions.Threads();
        var device = SharedOptions.Device();
        var cache = SharedOptions.Optional("--cache", "DIR", "Embedding cache [default: CLIPPER_CACHE].");
        return new CliCommand(
            "run-cell",
            "Compute one cell for 'run --isolate', and end when stdin does.",
            "clipper run-cell results/quickstart shapes-single.clip-toy.5w1s15q.wi")
        {
            Arguments = { results, cell },
            Options = { threads, device, cache },
            Execute = (parse, session) =>
            {
                EndWithStdin();
                var options = new RunOptions(
                    parse.GetRequiredValue(results), parse.GetRequiredValue(device), Threads: parse.GetValue(threads),
                    CacheRoot: parse.GetValue(cache) ?? "");
                var observer = new RunObserver(new ProgressLines(session.Terminal.Quieter(), TimeProvider.System));
                bool isDone = new IsolatedCell(options).Run(
                    parse.GetRequiredValue(cell), observer, session.Cancellation);
                return isDone ? ExitCodes.Done : ExitCodes.CellsFailed;
            },
        };
    }

    // The run holds the other end of the pipe: when it was killed, nobody waits for this cell any more.
    private static void EndWithStdin()
    {
        var watch = new Thread(() =>
        {
            using Stream stdin = Console.OpenStandardInput();
            while (stdin.ReadByte() >= 0)
            {
                // Nothing is said on it.
            }

            Environment.Exit(ExitCodes.Terminated);
        })
        {
            IsBackground = true,
        };
        watch.Start();
    }
}
