using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli.Tests.Output;

public sealed class ProgressLinesTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly StoppedClock _clock = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Task_says_when_it_begins_goes_on_and_ends()
    {
        var lines = new ProgressLines(Terminal, _clock);

        lines.Advance("embed", 0, 100, "images");
        Pass(seconds: 4, () => lines.Advance("embed", 40, 100, "images"));
        Pass(seconds: 6, () => lines.Advance("embed", 60, 100, "images"));
        Pass(seconds: 1, () => lines.Advance("embed", 61, 100, "images"));
        Pass(seconds: 9, () => lines.Advance("embed", 100, 100, "images"));

        Assert.Equal(
            """
            embed: 100 images
            embed: 60/100 images, 6.0 images/s
            embed: 100/100 images, 5.0 images/s

            """,
            _error.ToString());
    }

    [Fact]
    public void Reports_out_of_order_are_no_news()
    {
        var lines = new ProgressLines(Terminal, _clock);

        lines.Advance("embed", 2, 2, "images");
        lines.Advance("embed", 1, 2, "images");
        lines.Advance("embed", 2, 2, "images");

        Assert.Equal("embed: 2 images\nembed: 2/2 images\n", _error.ToString());
    }

    [Fact]
    public void Quiet_leaves_warnings()
    {
        var lines = new ProgressLines(Terminal.Quieter(), _clock);

        lines.Advance("embed", 1, 1, "images");
        lines.Note("note");
        lines.Warn("beware");

        Assert.Equal("clipper: warning: beware\n", _error.ToString());
    }

    private Terminal Terminal => new() { Output = TextWriter.Null, Error = _error };

    private void Pass(int seconds, Action then)
    {
        _clock.Seconds += seconds;
        then();
    }
}
