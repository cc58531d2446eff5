using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;

namespace Clipper.Bench.Runs;

/// <summary>Real models, data sets and embeddings.</summary>
internal sealed class CatalogInputs(RunOptions options) : IRunInputs
{
    /// <inheritdoc />
    public ModelDescription Describe(string model) => ModelLoader.Describe(model);

    /// <inheritdoc />
    public IDataset Open(DatasetRequest request, Action<string> warn) => DatasetCatalog.Open(request, new(options.CacheRoot, warn));

    /// <inheritdoc />
    public IEmbeddings Embed(
        Subject subject, BadImagePolicy policy, IProgress<EmbeddingProgress> progress, CancellationToken cancellation)
    {
        var embedder = new Embedder(new EmbeddingOptions(
            options.CacheRoot, options.Device, Workers: options.Threads, OnBadImage: policy));
        return new TableEmbeddings(embedder.Embed(subject.Dataset, subject.Model, progress, cancellation));
    }
}
