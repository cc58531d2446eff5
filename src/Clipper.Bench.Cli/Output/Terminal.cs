namespace Clipper.Bench.Cli.Output;

/// <summary>Where commands print: results to <see cref="Output"/>, everything else to <see cref="Error"/>.</summary>
internal sealed record Terminal
{
    private const int UsualWidth = 100;
    private const int UsualHeight = 24;

    /// <summary>stdout: results alone.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>stderr: progress, notes, warnings, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether somebody looks at <see cref="Output"/>; else it gets no colour and no cursor codes.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether somebody looks at <see cref="Error"/>; else it gets one line an event.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colours are wanted (NO_COLOR is not set).</summary>
    public bool Colours { get; init; }

    /// <summary>Columns of the window.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Lines of the window.</summary>
    public int Height { get; init; } = UsualHeight;

    /// <summary>Whether progress and notes are left out (--quiet); warnings and errors stay.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The process's own stdout and stderr.</summary>
    public static Terminal OfProcess()
    {
        bool dumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        bool output = !Console.IsOutputRedirected && !dumb;
        bool error = !Console.IsErrorRedirected && !dumb;
        return new Terminal
        {
            Output = Console.Out,
            Error = Console.Error,
            OutputIsTerminal = output,
            ErrorIsTerminal = error,
            Colours = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = (output || error) && Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth,
            Height = (output || error) && Console.WindowHeight > 0 ? Console.WindowHeight : UsualHeight,
        };
    }

    /// <summary>The same without progress and notes.</summary>
    public Terminal Quieter() => this with { IsQuiet = true };

    /// <summary>A note on stderr; left out by --quiet.</summary>
    public void Note(string line)
    {
        if (!IsQuiet)
        {
            Error.WriteLine(line);
        }
    }

    /// <summary>A warning on stderr.</summary>
    public void Warn(string line) => Error.WriteLine($"clipper: warning: {line}");

    /// <summary>An error on stderr.</summary>
    public void Complain(string line) => Error.WriteLine($"clipper: {line}");
}
