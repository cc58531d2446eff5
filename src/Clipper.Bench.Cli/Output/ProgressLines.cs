namespace Clipper.Bench.Cli.Output;

/// <summary>Progress where nobody looks at a terminal: a line when a task begins, one at most every ten seconds
/// while it goes on, and one when it ends.</summary>
internal sealed class ProgressLines(Terminal terminal, TimeProvider time) : IProgressDisplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _tasks = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public void Advance(string task, int done, int total, string unit)
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            if (!_tasks.TryGetValue(task, out Task state))
            {
                state = new Task(now, now, 0);
                terminal.Note($"{task}: {total} {unit}");
            }

            bool isNews = done > state.Done && (done == total || time.GetElapsedTime(state.Told, now) >= Pause);
            if (isNews)
            {
                terminal.Note($"{task}: {ProgressText.Rate(done, total, unit, time.GetElapsedTime(state.Began, now))}");
            }

            _tasks[task] = state with { Told = isNews ? now : state.Told, Done = Math.Max(done, state.Done) };
        }
    }

    /// <inheritdoc />
    public void Step(string part, int done, int total, string unit)
    {
    }

    /// <inheritdoc />
    public void Remark(string task, string remark)
    {
    }

    /// <inheritdoc />
    public void Note(string line)
    {
        lock (_lock)
        {
            terminal.Note(line);
        }
    }

    /// <inheritdoc />
    public void Detail(string line) => Note(line);

    /// <inheritdoc />
    public void Warn(string line)
    {
        lock (_lock)
        {
            terminal.Warn(line);
        }
    }

    private readonly record struct Task(long Began, long Told, int Done);
}
