using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs;

/// <summary>Is told what a run does, as it does it; the command line draws its progress from here. Calls may come from
/// any thread.</summary>
public interface IRunObserver
{
    /// <summary>The cells are known.</summary>
    void Planned(int cells, int reused);

    /// <summary>An embedding pass moved on (Done = Total: finished).</summary>
    void Embedding(EmbeddingProgress progress);

    /// <summary>A table came from the cache.</summary>
    void EmbeddingsCached(string dataset, string model, int rows);

    /// <summary>A cell starts.</summary>
    void CellStarted(string cell);

    /// <summary>An episode of a cell is done, of all that it reports and chooses on; nothing is told of a cell in a
    /// process of its own.</summary>
    void CellAdvanced(string cell, int done, int total);

    /// <summary>A cell is done.</summary>
    void CellFinished(string cell, TimeSpan elapsed);

    /// <summary>A cell failed; the run goes on or stops as asked.</summary>
    void CellFailed(string cell, Exception error, string reproduce);

    /// <summary>Something that the user should know (skipped images, a policy that applied).</summary>
    void Warning(string message);
}
