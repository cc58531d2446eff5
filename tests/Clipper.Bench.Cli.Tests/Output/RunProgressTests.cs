using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Tests.Output;

/// <summary>RELIABILITY W2, X1: what a run shows, on a terminal of any width and off one.</summary>
public sealed class RunProgressTests
{
    private readonly StoppedClock _clock = new();

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void Board_fits_the_window(int width)
    {
        var board = new ProgressBoard(_clock);

        Play(new RunObserver(new OnBoard(board)));

        IReadOnlyList<string> lines = board.Lines(width);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, width));
        Snapshot.Matches($"progress-{width}", string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void Board_of_many_cells_at_a_time_stays_short()
    {
        var board = new ProgressBoard(_clock);
        for (int i = 0; i < 100; i++)
        {
            board.Set($"cell {i}", 1, 2, "episodes", isPart: true);
        }

        Assert.Equal(9, board.Lines(80).Count);
        Assert.Equal("  and 92 more", board.Lines(80)[^1]);
    }

    [Fact]
    public void Board_keeps_the_task_that_ended_last_not_the_one_that_began_last()
    {
        var board = new ProgressBoard(_clock);
        board.Set("cells", 0, 3, "cells", isPart: false);
        board.Set("embed", 0, 10, "images", isPart: false);
        board.Set("embed", 10, 10, "images", isPart: false);
        _clock.Seconds++;

        board.Set("cells", 3, 3, "cells", isPart: false);

        Assert.StartsWith("cells ", Assert.Single(board.Lines(80)), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_one_an_event_without_codes()
    {
        using var error = new StringWriter { NewLine = "\n" };

        Play(new RunObserver(new ProgressLines(TerminalOf(error), _clock)));

        Assert.DoesNotMatch(new Regex("[\u0000-\u0009\u000b-\u001f]"), error.ToString());
        Snapshot.Matches("progress-lines", error.ToString());
    }

    [Fact]
    public void Events_are_one_object_a_line()
    {
        using var error = new StringWriter { NewLine = "\n" };

        Play(new RunEvents(TerminalOf(error), "small", _clock));

        string[] lines = error.ToString().TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Snapshot.Matches("progress-events", error.ToString());
    }

    [Fact]
    public void Quiet_leaves_failures_and_warnings()
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var events = new StringWriter { NewLine = "\n" };

        Play(new RunObserver(new ProgressLines(TerminalOf(text).Quieter(), _clock)));
        Play(new RunEvents(TerminalOf(events).Quieter(), "small", _clock));

        Assert.All(text.ToString().TrimEnd('\n').Split('\n'), line => Assert.StartsWith("clipper: warning: ", line));
        Assert.Equal(2, events.ToString().TrimEnd('\n').Split('\n').Length);
    }

    private static Terminal TerminalOf(TextWriter error) => new() { Output = TextWriter.Null, Error = error };

    // Five cells, of which one is there already, one ends, one fails and one is being computed.
    private void Play(IRunObserver run)
    {
        run.Planned(5, 1);
        run.Embedding(new EmbeddingProgress("shapes-single", "clip-toy", 0, 400));
        _clock.Seconds += 2;
        run.Embedding(new EmbeddingProgress("shapes-single", "clip-toy", 200, 400));
        _clock.Seconds += 2;
        run.Embedding(new EmbeddingProgress("shapes-single", "clip-toy", 400, 400));
        run.CellStarted("shapes-single.clip-toy.5w1s15q.wi");
        _clock.Seconds += 3;
        run.CellFinished("shapes-single.clip-toy.5w1s15q.wi", TimeSpan.FromSeconds(3));
        run.CellStarted("shapes-single.clip-toy.5w1s15q.mwi");
        run.CellFailed(
            "shapes-single.clip-toy.5w1s15q.mwi", new DataFileException("a.png", "is truncated"), "clipper run x.yaml");
        run.CellStarted("shapes-single.clip-toy.5w5s15q.wi");
        run.CellAdvanced("shapes-single.clip-toy.5w5s15q.wi", 30, 150);
        run.Warning("support and query share a picture");
        _clock.Seconds += 1;
    }

    /// <summary>A live display without a console.</summary>
    private sealed class OnBoard(ProgressBoard board) : IProgressDisplay
    {
        public void Advance(string task, int done, int total, string unit) =>
            board.Set(task, done, total, unit, isPart: false);

        public void Step(string part, int done, int total, string unit) =>
            board.Set(part, done, total, unit, isPart: true);

        public void Remark(string task, string remark) => board.Remark(task, remark);

        public void Note(string line)
        {
        }

        public void Detail(string line)
        {
        }

        public void Warn(string line)
        {
        }
    }
}
