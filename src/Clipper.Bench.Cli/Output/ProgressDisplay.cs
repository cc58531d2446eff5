using Spectre.Console;
using Spectre.Console.Rendering;

namespace Clipper.Bench.Cli.Output;

/// <summary>Chooses how progress is shown: bars on a terminal, else a line an event, else nothing.</summary>
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
        Progress progress = console.Progress().AutoClear(true).Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new RateColumn(),
            new RemainingTimeColumn());
        return progress.Start(context => work(new ProgressBars(context, console)));
    }

    /// <summary>Done of total and the rate, e.g. <c>1200/13180 images, 412.3 images/s</c>.</summary>
    private sealed class RateColumn : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(ProgressText.Rate(
                (int)task.Value, (int)task.MaxValue, task.State.Get<TaskUnit>(TaskUnit.Key).Name, task.ElapsedTime));
    }
}
