using Spectre.Console;

namespace Clipper.Bench.Cli.Output;

/// <summary>Chooses how progress is shown: live on a terminal, else a line an event, else nothing.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs <paramref name="work"/> while its progress is shown.</summary>
    public static T Show<T>(Terminal terminal, Func<IProgressDisplay, T> work)
    {
        if (terminal.IsQuiet || !terminal.ErrorIsTerminal)
        {
            return work(new ProgressLines(terminal, TimeProvider.System));
        }

        IAnsiConsole console = SpectreConsole.On(terminal.Error, isTerminal: true, terminal);
        var board = new ProgressBoard(TimeProvider.System);
        return console.Live(new BoardView(board)).AutoClear(true).Start(context =>
        {
            using var live = new LiveProgress(board, context, console);
            return work(live);
        });
    }
}
