using Spectre.Console;
using Spectre.Console.Rendering;

namespace Clipper.Bench.Cli.Output;

/// <summary>Draws a <see cref="ProgressBoard"/> as it is at the moment of drawing.</summary>
internal sealed class BoardView(ProgressBoard board) : Renderable
{
    private static readonly Style Failed = new(Color.Red);

    /// <inheritdoc />
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        // Spectre cannot draw nothing.
        yield return new Segment(" ");
        yield return Segment.LineBreak;
        foreach (string line in board.Lines(maxWidth))
        {
            bool hasFailures = line.Contains(RunObserver.FailedWord, StringComparison.Ordinal);
            yield return new Segment(line, hasFailures ? Failed : Style.Plain);
            yield return Segment.LineBreak;
        }
    }
}
