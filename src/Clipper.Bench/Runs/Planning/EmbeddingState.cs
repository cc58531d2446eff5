namespace Clipper.Bench.Runs.Planning;

/// <summary>What a run does about embeddings.</summary>
public enum EmbeddingState
{
    /// <summary>It computes them.</summary>
    ToDo,

    /// <summary>It reads them from the cache.</summary>
    Cached,

    /// <summary>All cells that use them are done.</summary>
    NotNeeded,
}
