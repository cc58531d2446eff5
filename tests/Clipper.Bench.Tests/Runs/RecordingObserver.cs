using System.Collections.Concurrent;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Keeps what a run reports.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public (int Cells, int Reused) Plan { get; private set; }

    public ConcurrentQueue<string> Finished { get; } = [];

    public ConcurrentQueue<(string Cell, Exception Error, string Reproduce)> Failed { get; } = [];

    public ConcurrentQueue<string> Warnings { get; } = [];

    /// <summary>Called when a cell starts.</summary>
    public Action<string> OnStart { get; init; } = _ => { };

    /// <summary>Called with a warning.</summary>
    public Action<string> OnWarning { get; init; } = _ => { };

    public void Planned(int cells, int reused) => Plan = (cells, reused);

    public void Embedding(EmbeddingProgress progress)
    {
    }

    public void EmbeddingsCached(string dataset, string model, int rows)
    {
    }

    public void CellStarted(string cell) => OnStart(cell);

    public void CellAdvanced(string cell, int done, int total)
    {
    }

    public void CellFinished(string cell, TimeSpan elapsed) => Finished.Enqueue(cell);

    public void CellFailed(string cell, Exception error, string reproduce) => Failed.Enqueue((cell, error, reproduce));

    public void Warning(string message)
    {
        Warnings.Enqueue(message);
        OnWarning(message);
    }
}
