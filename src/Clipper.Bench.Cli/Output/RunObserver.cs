using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Output;

/// <summary>Shows what a run does.</summary>
internal sealed class RunObserver(IProgressDisplay display) : IRunObserver
{
    /// <summary>Follows a number of failures.</summary>
    public const string FailedWord = " failed";

    private const string Cells = "cells";

    private int _cells;
    private int _done;
    private int _failed;

    /// <inheritdoc />
    public void Planned(int cells, int reused)
    {
        _cells = cells;
        _done = reused;
        if (reused > 0)
        {
            display.Note($"{reused} of {cells} cells have their results already");
        }

        if (reused < cells)
        {
            display.Advance(Cells, reused, cells, Cells);
        }
    }

    /// <inheritdoc />
    public void Embedding(EmbeddingProgress progress) =>
        display.Advance($"embed {progress.Dataset} with {progress.Model}", progress.Done, progress.Total, "images");

    /// <inheritdoc />
    public void EmbeddingsCached(string dataset, string model, int rows) =>
        display.Note($"embed {dataset} with {model}: {rows} images from the cache");

    /// <inheritdoc />
    public void CellStarted(string cell)
    {
    }

    /// <inheritdoc />
    public void CellAdvanced(string cell, int done, int total) => display.Step(cell, done, total, "episodes");

    /// <inheritdoc />
    public void CellFinished(string cell, TimeSpan elapsed)
    {
        display.Detail($"{cell}: {ProgressText.Duration(elapsed)}");
        CountCell();
    }

    /// <inheritdoc />
    public void CellFailed(string cell, Exception error, string reproduce)
    {
        string kind = error is UserException ? "" : $"{error.GetType().Name}: ";
        display.Warn($"cell {cell} failed: {kind}{error.Message}");
        display.Warn($"to see it again: {reproduce}");
        CountCell();
        display.Step(cell, 1, 1, "episodes");
        display.Remark(Cells, $"{Interlocked.Increment(ref _failed)}{FailedWord}");
    }

    /// <inheritdoc />
    public void Warning(string message) => display.Warn(message);

    private void CountCell() => display.Advance(Cells, Interlocked.Increment(ref _done), _cells, Cells);
}
