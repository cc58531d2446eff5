using Clipper.Bench.Datasets;
using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>Data set × model → embeddings, through the cache. (To be written by its owner; this is the agreed surface.)</summary>
public sealed class Embedder(EmbeddingOptions options)
{
    /// <summary>The options that it follows.</summary>
    public EmbeddingOptions Options => options;

    /// <summary>Reads from the cache or computes. The encoder (and libtorch) is loaded only on a miss.</summary>
    public EmbeddingTable Embed(IDataset dataset, ModelDescription model, IProgress<EmbeddingProgress>? progress, CancellationToken cancellation) => throw new NotImplementedException();
}
