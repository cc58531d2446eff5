using Spectre.Console;

namespace Clipper.Bench.Cli.Output;

/// <summary>Spectre.Console over a stream of ours, so that it decides nothing by itself.</summary>
internal static class SpectreConsole
{
    /// <summary>A console that writes to <paramref name="writer"/>.</summary>
    /// <param name="writer">stdout or stderr.</param>
    /// <param name="isTerminal">Whether it may use cursor codes, and colours where they are wanted.</param>
    /// <param name="terminal">Width and colours.</param>
    public static IAnsiConsole On(TextWriter writer, bool isTerminal, Terminal terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal && terminal.Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = isTerminal ? terminal.Width : int.MaxValue / 4;
        console.Profile.Height = terminal.Height;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
