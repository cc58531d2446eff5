using Spectre.Console;

namespace Clipper.Bench.Cli.Output;

/// <summary>Progress on a terminal: a bar a task, events above the bars.</summary>
internal sealed class ProgressBars(ProgressContext context, IAnsiConsole console) : IProgressDisplay
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public void Advance(string task, int done, int total, string unit)
    {
        lock (_lock)
        {
            if (!_tasks.TryGetValue(task, out ProgressTask? bar))
            {
                bar = context.AddTask(Markup.Escape(task), autoStart: true, maxValue: total);
                bar.State.Update<TaskUnit>(TaskUnit.Key, _ => new TaskUnit(unit));
                _tasks.Add(task, bar);
            }

            bar.Value = Math.Max(bar.Value, done);
        }
    }

    /// <inheritdoc />
    public void Note(string line) => console.WriteLine(line);

    /// <inheritdoc />
    public void Detail(string line)
    {
    }

    /// <inheritdoc />
    public void Warn(string line) => console.WriteLine($"warning: {line}", new Style(Color.Yellow));
}
