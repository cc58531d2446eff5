namespace Clipper.Bench.Embeddings;

/// <summary>What a worker of an embedding pass spends its time on.</summary>
internal enum PassStage
{
    /// <summary>Reading the encoded image.</summary>
    Read,

    /// <summary>Decoding it.</summary>
    Decode,

    /// <summary>Resizing, cropping and normalising it.</summary>
    Resize,

    /// <summary>The vision tower.</summary>
    Encode,

    /// <summary>Writing rows, and the cache entry.</summary>
    Write,
}
