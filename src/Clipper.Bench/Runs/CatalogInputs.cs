using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Clip.Imaging.Augmentation;
using Clipper.Clip.Models;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Runs;

/// <summary>Real models, data sets and embeddings.</summary>
internal sealed class CatalogInputs(RunOptions options) : IRunInputs
{
    // Cells run side by side; a second encoder would double the memory and share the same cores.
    private readonly Lock _encoder = new();
    private readonly TextFacts _textFacts = new();
    private readonly TextTable _texts = new(
        new TextEmbedder(new(options.Device, options.Threads), new EmbeddingCache(options.CacheRoot)));

    /// <inheritdoc />
    public ModelDescription Describe(string model) => ModelLoader.Describe(model);

    /// <inheritdoc />
    public IDataset Open(DatasetRequest request, Action<string> warn) =>
        DatasetCatalog.Open(request, new(options.CacheRoot, warn));

    /// <inheritdoc />
    public EmbeddingKey KeyOf(Subject subject) =>
        new Embedder(OptionsFor(subject, BadImagePolicy.Fail)).KeyFor(subject.Dataset, subject.Model);

    /// <inheritdoc />
    public bool HasEmbeddings(Subject subject) => new EmbeddingCache(options.CacheRoot).Has(KeyOf(subject));

    /// <inheritdoc />
    public IEmbeddings Embed(Subject subject, BadImagePolicy policy, RunWatch watch) =>
        EmbedAlone(OptionsFor(subject, policy), subject.Dataset, subject.Model, watch);

    /// <inheritdoc />
    public bool IsEmbedded(Subject subject, int index, int count) =>
        new Embedder(OptionsFor(subject, BadImagePolicy.Fail)).IsEmbedded(subject.Dataset, subject.Model, index, count);

    /// <inheritdoc />
    public void EmbedPart(Subject subject, BadImagePolicy policy, int index, int count, RunWatch watch)
    {
        lock (_encoder)
        {
            new Embedder(OptionsFor(subject, policy), watch.Observer.Warning).EmbedPart(
                subject.Dataset, subject.Model, index, count, new Forwarder(watch.Observer), watch.Cancellation);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<KeyValuePair<string, string>> TextFacts(Subject subject) => _textFacts.Of(subject);

    /// <inheritdoc />
    public Matrix<float> EmbedTexts(Subject subject, IReadOnlyList<string> texts, RunWatch watch)
    {
        lock (_encoder)
        {
            return _texts.Rows(subject.Model, texts, watch.Cancellation);
        }
    }

    /// <inheritdoc />
    public Matrix<float> EmbedCopies(
        Subject subject, IReadOnlyList<int> samples, Augmentation augmentation, RunWatch watch)
    {
        EmbeddingOptions copying = OptionsFor(subject, BadImagePolicy.Fail) with
        {
            Change = new PictureChange(AugmentationSpec.SimClr, new Seed((ulong)augmentation.Seed)),
        };
        var rows = new Matrix<float>(samples.Count * augmentation.Copies, subject.Model.Vision.EmbeddingSize);

        // A table for each copy, so that methods with fewer and with more copies share them.
        for (int copy = 1; copy <= augmentation.Copies; copy++)
        {
            Func<TimeSpan> elapsed = watch.Journal.StartWatch();
            using var copied = new CopiedSamples(subject.Dataset, samples, copy);
            using EmbeddingTable table = EmbedAlone(copying, copied, subject.Model, watch);
            watch.Journal.Embedded(new Subject(copied, subject.Model), table, elapsed());
            for (int i = 0; i < samples.Count; i++)
            {
                table.Row(i).CopyTo(rows.Row((i * augmentation.Copies) + copy - 1));
            }
        }

        return rows;
    }

    private EmbeddingTable EmbedAlone(
        EmbeddingOptions embedding, IDataset dataset, ModelDescription model, RunWatch watch)
    {
        lock (_encoder)
        {
            return new Embedder(embedding, watch.Observer.Warning)
                .Embed(dataset, model, new Forwarder(watch.Observer), watch.Cancellation);
        }
    }

    private EmbeddingOptions OptionsFor(Subject subject, BadImagePolicy policy) => new(
        options.CacheRoot, options.Device, Workers: options.Threads, OnBadImage: policy,
        Precision: subject.Precision);

    private sealed class Forwarder(IRunObserver observer) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => observer.Embedding(value);
    }
}
