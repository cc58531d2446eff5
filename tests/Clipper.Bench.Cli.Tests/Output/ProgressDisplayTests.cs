using System.Text.RegularExpressions;
using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli.Tests.Output;

public sealed class ProgressDisplayTests
{
    private const string Colour = "\u001b\\[[0-9;]*m";
    private const string CursorCode = "\u001b\\[[0-9;?]*[A-Zhl]";

    // What waits for ever, waits longer.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void Terminal_gets_bars_that_move()
    {
        string error = Show(isTerminal: true, colours: true);

        Assert.Matches(CursorCode, error);
        Assert.Matches(Colour, error);
        Assert.Contains("2/2 images", error, StringComparison.Ordinal);
        Assert.Contains("beware", error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_color_means_none()
    {
        string error = Show(isTerminal: true, colours: false);

        Assert.Matches(CursorCode, error);
        Assert.DoesNotMatch(new Regex(Colour), error);
    }

    [Fact]
    public void Off_a_terminal_there_is_a_line_an_event() => Assert.Equal(
        "embed: 2 images\nembed: 1 of 2\nembed: 2/2 images\nclipper: warning: beware\n",
        Show(isTerminal: false, colours: true));

    [Fact]
    public async Task Lines_and_frames_at_the_same_time_do_not_wait_for_each_other()
    {
        const int each = 20_000;
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Output = TextWriter.Null, Error = error, ErrorIsTerminal = true };

        Task<bool> shown = Task.Run(() => ProgressDisplay.Show(terminal, display =>
        {
            display.Advance("embed", 0, 2, "images");
            using var together = new Barrier(2);
            Task lines = Task.Run(() => Repeat(each, together, i => display.Note($"line {i}")));
            Task frames = Task.Run(() => Repeat(each, together, i => display.Remark("embed", $"frame {i}")));
            Task.WaitAll(lines, frames);
            return true;
        }));

        Assert.True(await shown.WaitAsync(_patience));
        Assert.Contains($"line {each - 1}", error.ToString(), StringComparison.Ordinal);
    }

    private static void Repeat(int times, Barrier together, Action<int> act)
    {
        together.SignalAndWait();
        for (int i = 0; i < times; i++)
        {
            act(i);
        }
    }

    private static string Show(bool isTerminal, bool colours)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Output = TextWriter.Null,
            Error = error,
            ErrorIsTerminal = isTerminal,
            Colours = colours,
        };
        bool isDone = ProgressDisplay.Show(terminal, display =>
        {
            display.Advance("embed", 0, 2, "images");
            display.Detail("embed: 1 of 2");
            display.Advance("embed", 2, 2, "images");
            display.Warn("beware");
            return true;
        });
        Assert.True(isDone);
        return error.ToString();
    }
}
