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
    public IDataset Open(DatasetRequest request, Action<string> warn) =>
        DatasetCatalog.Open(request, new(options.CacheRoot, warn));

    /// <inheritdoc />
    public EmbeddingKey KeyOf(Subject subject) =>
        new Embedder(OptionsWith(BadImagePolicy.Fail)).KeyFor(subject.Dataset, subject.Model);

    /// <inheritdoc />
    public IEmbeddings Embed(Subject subject, BadImagePolicy policy, RunWatch watch) =>
        new Embedder(OptionsWith(policy), watch.Observer.Warning)
            .Embed(subject.Dataset, subject.Model, new Forwarder(watch.Observer), watch.Cancellation);

    private EmbeddingOptions OptionsWith(BadImagePolicy policy) =>
        new(options.CacheRoot, options.Device, Workers: options.Threads, OnBadImage: policy);

    private sealed class Forwarder(IRunObserver observer) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => observer.Embedding(value);
    }
}
