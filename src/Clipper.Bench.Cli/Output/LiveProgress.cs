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

    // To draw, Spectre takes the display's lock and then the console's; to write a line, the console's and then the
    // display's. A line and a frame at the same time would wait for each other for ever.
    private readonly Lock _drawing = new();

    public LiveProgress(ProgressBoard board, LiveDisplayContext context, IAnsiConsole console)
    {
        _board = board;
        _context = context;
        _console = console;
        _frames = new Timer(_ => Draw(), null, Frame, Frame);
    }

    /// <inheritdoc />
    public void Advance(string task, int done, int total, string unit)
    {
        if (_board.Set(task, done, total, unit, isPart: false))
        {
            Draw();
        }
    }

    /// <inheritdoc />
    public void Step(string part, int done, int total, string unit) =>
        _board.Set(part, done, total, unit, isPart: true);

    /// <inheritdoc />
    public void Remark(string task, string remark)
    {
        _board.Remark(task, remark);
        Draw();
    }

    /// <inheritdoc />
    public void Note(string line)
    {
        lock (_drawing)
        {
            _console.WriteLine(line);
        }
    }

    /// <inheritdoc />
    public void Detail(string line)
    {
    }

    /// <inheritdoc />
    public void Warn(string line)
    {
        lock (_drawing)
        {
            _console.WriteLine($"warning: {line}", new Style(Color.Yellow));
        }
    }

    /// <summary>Draws no more, not even a frame that has begun: it would stand below what is written next.</summary>
    public void Dispose()
    {
        using var ended = new ManualResetEvent(false);
        if (_frames.Dispose(ended))
        {
            ended.WaitOne();
        }
    }

    private void Draw()
    {
        lock (_drawing)
        {
            _context.Refresh();
        }
    }
}
