using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs;

/// <summary>Is told everything and says nothing. Not sealed: who wants to know of one event overrides one
/// method.</summary>
public class QuietObserver : IRunObserver
{
    /// <inheritdoc />
    public virtual void Planned(int cells, int reused)
    {
    }

    /// <inheritdoc />
    public virtual void Embedding(EmbeddingProgress progress)
    {
    }

    /// <inheritdoc />
    public virtual void EmbeddingsCached(string dataset, string model, int rows)
    {
    }

    /// <inheritdoc />
    public virtual void CellStarted(string cell)
    {
    }

    /// <inheritdoc />
    public virtual void CellAdvanced(string cell, int done, int total)
    {
    }

    /// <inheritdoc />
    public virtual void CellFinished(string cell, TimeSpan elapsed)
    {
    }

    /// <inheritdoc />
    public virtual void CellFailed(string cell, Exception error, string reproduce)
    {
    }

    /// <inheritdoc />
    public virtual void Warning(string message)
    {
    }
}
