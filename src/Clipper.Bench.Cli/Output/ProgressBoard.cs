namespace Clipper.Bench.Cli.Output;

/// <summary>What a live display shows: a line a task, with its bar, rate, remaining time and failures as far as the
/// window is wide enough; then the parts that are being worked on. Thread-safe.</summary>
internal sealed class ProgressBoard(TimeProvider time)
{
    private const int MostParts = 8;
    private const int WideEnoughForBars = 60;
    private const int WideEnoughForRates = 72;
    private const int NameShare = 4;
    private const int BarShare = 6;

    private readonly Lock _lock = new();
    private readonly List<ProgressTask> _tasks = [];

    /// <summary>Sets how far a task is.</summary>
    /// <returns>Whether it has begun or ended with this.</returns>
    public bool Set(string name, int done, int total, string unit, bool isPart)
    {
        lock (_lock)
        {
            int index = _tasks.FindIndex(task => task.Name == name);
            if (index < 0)
            {
                index = _tasks.Count;
                _tasks.Add(new ProgressTask(name, unit, total, done, done, time.GetTimestamp(), isPart));
            }

            bool wasNew = _tasks[index].Done == _tasks[index].First;
            _tasks[index] = _tasks[index] with { Done = Math.Max(_tasks[index].Done, done) };
            bool isDone = _tasks[index].IsDone;
            if (isDone && _tasks[index].Ended is null)
            {
                _tasks[index] = _tasks[index] with { Ended = time.GetTimestamp() };
            }

            if (isDone && isPart)
            {
                _tasks.RemoveAt(index);
            }

            return wasNew || isDone;
        }
    }

    /// <summary>Sets what is said beside a task.</summary>
    public void Remark(string name, string remark)
    {
        lock (_lock)
        {
            int index = _tasks.FindIndex(task => task.Name == name);
            if (index >= 0)
            {
                _tasks[index] = _tasks[index] with { Remark = remark };
            }
        }
    }

    /// <summary>The lines as they are now, each at most <paramref name="width"/> columns wide. Of the tasks that have
    /// ended only the one that ended last is among them.</summary>
    public IReadOnlyList<string> Lines(int width)
    {
        lock (_lock)
        {
            ProgressTask? lastDone = _tasks.Where(task => task.IsDone).MaxBy(task => task.Ended);
            ProgressTask[] parts = [.. _tasks.Where(task => task.IsPart)];
            ProgressTask[] shown =
            [
                .. _tasks.Where(task => !task.IsPart && (!task.IsDone || task == lastDone)),
                .. parts.Take(MostParts),
            ];
            var lines = Table(shown, width).ToList();
            if (parts.Length > MostParts)
            {
                lines.Add(Cut(FormattableString.Invariant($"  and {parts.Length - MostParts} more"), width));
            }

            return lines;
        }
    }

    private IEnumerable<string> Table(ProgressTask[] tasks, int width)
    {
        string[] names = Array.ConvertAll(tasks, task => task.IsPart ? $"  {task.Name}" : task.Name);
        string[] facts = Array.ConvertAll(tasks, task => Facts(task, width));
        int bar = width >= WideEnoughForBars ? width / BarShare : 0;
        int told = facts.Select(text => text.Length).DefaultIfEmpty().Max();
        int room = Math.Max(width / NameShare, width - told - bar - 2);
        int longest = names.Select(text => text.Length).DefaultIfEmpty().Max();
        for (int i = 0; i < tasks.Length; i++)
        {
            string name = Cut(names[i], room).PadRight(Math.Min(room, longest));
            yield return Cut($"{name} {Bar(tasks[i], bar)}{(bar > 0 ? " " : "")}{facts[i]}", width);
        }
    }

    private string Facts(ProgressTask task, int width)
    {
        TimeSpan elapsed = time.GetElapsedTime(task.Began, task.Ended ?? time.GetTimestamp());
        bool hasRate = width >= WideEnoughForRates && !task.IsPart;
        string counted = hasRate
            ? ProgressText.Rate(task.Done, task.Total, task.Unit, elapsed, task.First)
            : FormattableString.Invariant($"{task.Done}/{task.Total}");
        string left = !task.IsPart && !task.IsDone && task.Left(elapsed) is { } rest
            ? $", {ProgressText.Duration(rest)} left"
            : "";
        return $"{counted}{(task.Remark.Length > 0 ? ", " : "")}{task.Remark}{left}";
    }

    private static string Bar(ProgressTask task, int width)
    {
        int full = task.Total == 0 ? width : (int)((long)task.Done * width / task.Total);
        return new string('━', full) + new string('─', width - full);
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : $"{text[..(width - 1)]}…";
}
