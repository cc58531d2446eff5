using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

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

    /// <inheritdoc />
    public Matrix<float> EmbedTexts(Subject subject, IReadOnlyList<string> texts, RunWatch watch) =>
        throw new UsageException($"{subject.Model.Name}: texts are not embedded in this version.");

    /// <inheritdoc />
    public Matrix<float> EmbedCopies(
        Subject subject, IReadOnlyList<int> samples, Augmentation augmentation, RunWatch watch) =>
        throw new UsageException($"augmentation '{augmentation.Kind}' is not available in this version.");

    private EmbeddingOptions OptionsWith(BadImagePolicy policy) =>
        new(options.CacheRoot, options.Device, Workers: options.Threads, OnBadImage: policy);

    private sealed class Forwarder(IRunObserver observer) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => observer.Embedding(value);
    }
}
