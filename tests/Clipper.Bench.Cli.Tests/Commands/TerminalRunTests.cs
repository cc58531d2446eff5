using System.Text.RegularExpressions;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>RELIABILITY R3, X1: runs on a pseudo-terminal.</summary>
public sealed partial class TerminalRunTests : IDisposable
{
    private const char ControlC = '\u0003';

    private readonly SmallRuns _runs = new();

    private string Folder => Path.GetDirectoryName(_runs.Config) ?? "";

    public void Dispose() => _runs.Dispose();

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Terminal_shows_a_display_that_fits_and_then_the_table(int columns)
    {
        string[] args = _runs.Args($"{columns}", "--set", "protocol.shots=1");
        // Embeds too: what it shows of that must not hide the cells.
        string cache = Path.Combine(Folder, "cache");
        using var terminal = new PseudoTerminal(columns, Folder, args, $"CLIPPER_CACHE={cache}");

        (int exitCode, string screen) = terminal.Finish();

        Assert.Equal(0, exitCode);
        Assert.Matches(CursorCode(), screen);
        string[] display = [.. Lines(screen).Where(line => line.Contains("3/3", StringComparison.Ordinal))];
        Assert.NotEmpty(display);
        Assert.All(display, line => Assert.InRange(line.Length, 1, columns));
        Assert.Contains("Results: ", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void No_color_and_no_terminal_have_no_codes()
    {
        using var terminal = new PseudoTerminal(80, Folder, _runs.Args("a"), "NO_COLOR=1");
        (_, string screen) = terminal.Finish();
        ChildProcess piped = _runs.Run("b");

        Assert.DoesNotMatch(new Regex("\u001b\\[[0-9;]*m"), screen);
        Assert.DoesNotContain('\u001b', piped.Output + piped.Error);
    }

    [Fact]
    public void Control_c_ends_the_run_and_shows_how_to_go_on()
    {
        string[] args = _runs.Args("a", "--set", "protocol.episodes=100000");
        using var terminal = new PseudoTerminal(200, Folder, args);
        terminal.ReadUntil("0/9");

        terminal.Press(ControlC);
        (int exitCode, string screen) = terminal.Finish();

        Assert.Equal(130, exitCode);
        Assert.Contains("what is complete is kept. To go on: clipper run", screen, StringComparison.Ordinal);
        Assert.Contains("\u001b[?25h", screen, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string screen) =>
        Code().Replace(screen, "").Split('\n', '\r').Where(line => line.Length > 0);

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Code();

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Zhl]")]
    private static partial Regex CursorCode();
}
