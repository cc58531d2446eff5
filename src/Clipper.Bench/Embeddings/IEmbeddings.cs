namespace Clipper.Bench.Embeddings;

/// <summary>The embeddings of a data set as episodes read them: rows in sample order. Thread-safe.</summary>
internal interface IEmbeddings : IDisposable
{
    /// <summary>Length of a row.</summary>
    int Dimension { get; }

    /// <summary>The cache key (SHA-256, hexadecimal).</summary>
    string Key { get; }

    /// <summary>Whether it came from the cache.</summary>
    bool FromCache { get; }

    /// <summary>What the pass that computed it spent its time on; null where it came from the cache.</summary>
    StageSeconds? Stages => null;

    /// <summary>Samples without an embedding, with the reasons; their rows are zeros and take no part in
    /// episodes.</summary>
    IReadOnlyDictionary<int, string> Skipped { get; }

    /// <summary>Row <paramref name="index"/>, unnormalised.</summary>
    ReadOnlySpan<float> Row(int index);
}
