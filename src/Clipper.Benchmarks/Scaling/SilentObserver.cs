using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;

namespace Clipper.Benchmarks.Scaling;

/// <summary>Watches a run and says nothing but what failed.</summary>
internal sealed class SilentObserver : IRunObserver
{
    public void Planned(int cells, int reused)
    {
    }

    public void Embedding(EmbeddingProgress progress)
    {
    }

    public void EmbeddingsCached(string dataset, string model, int rows)
    {
    }

    public void CellStarted(string cell)
    {
    }

    public void CellAdvanced(string cell, int done, int total)
    {
    }

    public void CellFinished(string cell, TimeSpan elapsed)
    {
    }

    public void CellFailed(string cell, Exception error, string reproduce) => Console.Error.WriteLine(error.Message);

    public void Warning(string message)
    {
    }
}
