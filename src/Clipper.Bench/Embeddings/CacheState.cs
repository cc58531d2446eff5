namespace Clipper.Bench.Embeddings;

/// <summary>What the cache has for a key.</summary>
public enum CacheState
{
    /// <summary>A sound entry.</summary>
    Hit,

    /// <summary>Nothing.</summary>
    Miss,

    /// <summary>A damaged entry, which the next run puts aside and computes anew.</summary>
    Damaged,

    /// <summary>Another process is writing it.</summary>
    BeingWritten,
}
