using Spectre.Console;

namespace Clipper.Bench.Cli.Output;

/// <summary>Progress on a terminal: a board of tasks that is drawn over again, events above it.</summary>
internal sealed class LiveProgress : IProgressDisplay, IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);

    private readonly ProgressBoard _board;
    private readonly LiveDisplayContext _context;
    private readonly IAnsiConsole _console;
    private readonly Timer _frames;

    public LiveProgress(ProgressBoard board, LiveDisplayContext context, IAnsiConsole console)
    {
        _board = board;
        _context = context;
        _console = console;
        _frames = new Timer(_ => context.Refresh(), null, Frame, Frame);
    }

    /// <inheritdoc />
    public void Advance(string task, int done, int total, string unit)
    {
        if (_board.Set(task, done, total, unit, isPart: false))
        {
            _context.Refresh();
        }
    }

    /// <inheritdoc />
    public void Step(string part, int done, int total, string unit) =>
        _board.Set(part, done, total, unit, isPart: true);

    /// <inheritdoc />
    public void Remark(string task, string remark)
    {
        _board.Remark(task, remark);
        _context.Refresh();
    }

    /// <inheritdoc />
    public void Note(string line) => _console.WriteLine(line);

    /// <inheritdoc />
    public void Detail(string line)
    {
    }

    /// <inheritdoc />
    public void Warn(string line) => _console.WriteLine($"warning: {line}", new Style(Color.Yellow));

    /// <inheritdoc />
    public void Dispose() => _frames.Dispose();
}
