using Clipper.Bench.Datasets;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>Data set × model → embeddings, through the cache.</summary>
public sealed class Embedder
{
    private readonly EmbeddingCache _cache;
    private readonly Func<ModelDescription, IImagePipeline> _open;

    /// <summary>An embedder.</summary>
    /// <param name="options">What it follows.</param>
    /// <param name="warn">Is told of damaged cache entries and of waiting for another process; null = nobody
    /// is.</param>
    /// <exception cref="UsageException">The batch or the number of workers is out of range.</exception>
    public Embedder(EmbeddingOptions options, Action<string>? warn = null)
        : this(options, warn, model => new ClipPipeline(model, options))
    {
    }

    /// <summary>An embedder with another pipeline, for tests.</summary>
    internal Embedder(EmbeddingOptions options, Action<string>? warn, Func<ModelDescription, IImagePipeline> open)
    {
        if (options.Batch < 1 || options.Workers < 0)
        {
            throw new UsageException(
                $"batch {options.Batch} must be at least 1, workers {options.Workers} at least 0.");
        }

        Options = options;
        _cache = new(options.CacheRoot, warn);
        _open = open;
    }

    /// <summary>The options that it follows.</summary>
    public EmbeddingOptions Options { get; }

    /// <summary>The key under which the embeddings are kept.</summary>
    public EmbeddingKey KeyFor(IDataset dataset, ModelDescription model) =>
        EmbeddingKey.For(dataset, model, _open(model).Fingerprint, Options.Precision);

    /// <summary>Reads from the cache or computes. The encoder (and libtorch) is loaded only on a miss.</summary>
    /// <param name="dataset">The images.</param>
    /// <param name="model">The vision tower.</param>
    /// <param name="progress">Is told of every batch that is done; one call at a time, from any thread.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="DataFileException">An image cannot be read (policy fail), more than a tenth cannot (policy
    /// skip), or the cache cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EmbeddingTable Embed(
        IDataset dataset, ModelDescription model, IProgress<EmbeddingProgress>? progress,
        CancellationToken cancellation)
    {
        IImagePipeline pipeline = _open(model);
        var key = EmbeddingKey.For(dataset, model, pipeline.Fingerprint, Options.Precision);
        var parts = new EmbeddingParts(_cache, key, dataset);
        IReadOnlyList<RowRange> found = [];
        EmbeddingTable table = _cache.GetOrCompute(
            key,
            model.Name,
            [.. dataset.Samples.Select(s => s.Id)],
            folder =>
            {
                found = parts.Find();
                return found.Count == 0
                    ? Compute(dataset, model, pipeline, folder, progress, cancellation)
                    : parts.Join(found, folder, range => Part(dataset, model, key, range, progress, cancellation));
            },
            cancellation);
        if (found.Count > 0)
        {
            parts.Remove(found.Concat(EmbeddingParts.Gaps(found, dataset.Samples.Count)));
        }

        return CheckSkipped(table, dataset);
    }

    /// <summary>Whether the rows of part <paramref name="index"/> (1-based) of <paramref name="count"/> are in the
    /// cache, as a part or in the whole.</summary>
    public bool IsEmbedded(IDataset dataset, ModelDescription model, int index, int count)
    {
        EmbeddingKey key = KeyFor(dataset, model);
        var range = RowRange.Part(dataset.Samples.Count, index, count);
        return range.Count == 0 || _cache.Files(key.Hash).ArePresent
            || _cache.Files(key.OfRows(range).Hash).ArePresent;
    }

    /// <summary>Embeds part <paramref name="index"/> (1-based) of <paramref name="count"/> into the cache, for
    /// <see cref="Embed"/> to find; nothing where it is there. Parts are cut where batches are, so that every row has
    /// the bits that it has in one pass over the whole.</summary>
    /// <inheritdoc cref="Embed" path="/exception"/>
    public void EmbedPart(
        IDataset dataset, ModelDescription model, int index, int count, IProgress<EmbeddingProgress>? progress,
        CancellationToken cancellation)
    {
        if (IsEmbedded(dataset, model, index, count))
        {
            return;
        }

        var range = RowRange.Part(dataset.Samples.Count, index, count);
        using EmbeddingTable table = count == 1
            ? Embed(dataset, model, progress, cancellation)
            : Part(dataset, model, KeyFor(dataset, model), range, progress, cancellation);
    }

    /// <summary>What a person is told that is embedded: the data set, and the detour where there is one.</summary>
    internal static string NameOf(IDataset dataset, ModelDescription model)
    {
        PreprocessDetour detour = model.Preprocess.Detour;
        return detour == PreprocessDetour.None
            ? dataset.QualifiedName
            : $"{dataset.QualifiedName} ({PreprocessDetours.NameOf(detour)})";
    }

    private EmbeddingTable Part(
        IDataset dataset, ModelDescription model, EmbeddingKey key, RowRange range,
        IProgress<EmbeddingProgress>? progress, CancellationToken cancellation)
    {
        var rows = new SampleRange(dataset, range);
        return _cache.GetOrCompute(
            key.OfRows(range),
            model.Name,
            [.. rows.Samples.Select(s => s.Id)],
            folder => Compute(rows, model, _open(model), folder, progress, cancellation),
            cancellation);
    }

    private ComputedEmbeddings Compute(
        IDataset dataset, ModelDescription model, IImagePipeline pipeline, string folder,
        IProgress<EmbeddingProgress>? progress, CancellationToken cancellation)
    {
        void Report(int done) =>
            progress?.Report(new(NameOf(dataset, model), model.Name, done, dataset.Samples.Count));

        Report(0);
        using IRowEncoder<byte> encoder = pipeline.LoadEncoder();
        var rows = new RowFile(folder, dataset.Samples.Count, encoder.Dimension);
        try
        {
            using var pass = new EmbeddingPass(dataset, pipeline, encoder, Options, rows, Report);
            return pass.Run(cancellation);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    // An entry that was computed under policy skip is no way around policy fail.
    private EmbeddingTable CheckSkipped(EmbeddingTable table, IDataset dataset)
    {
        if (Options.OnBadImage != BadImagePolicy.Fail || table.Skipped.Count == 0)
        {
            return table;
        }

        int first = table.Skipped.Keys.Min();
        string reason = table.Skipped[first];
        table.Dispose();
        throw BadImages.Fatal(dataset, dataset.Samples[first].Id, reason);
    }
}
