using System.Buffers;
using System.Collections.Concurrent;
using Clipper.Bench.Datasets;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>One pass over a data set: decode workers fill batches, encode workers empty them. Batches are cut by sample
/// index, so that no row depends on the number of workers.</summary>
internal sealed class EmbeddingPass : IDisposable
{
    private readonly IDataset _dataset;
    private readonly IImagePipeline _pipeline;
    private readonly IPlaneEncoder _encoder;
    private readonly int _batch;
    private readonly int _workers;
    private readonly Action<int> _report;
    private readonly BadImages _bad;
    private readonly float[] _rows;
    private readonly BlockingCollection<PlaneBatch> _queue;
    private readonly Lock _reporting = new();
    private int _nextBatch;
    private int _decoding;
    private int _done;

    /// <summary>Prepares a pass.</summary>
    /// <param name="dataset">The images.</param>
    /// <param name="pipeline">Makes pixels.</param>
    /// <param name="encoder">Makes embeddings.</param>
    /// <param name="options">Batch, workers and policy.</param>
    /// <param name="report">Is told how many samples are done; one call at a time.</param>
    public EmbeddingPass(
        IDataset dataset, IImagePipeline pipeline, IPlaneEncoder encoder, EmbeddingOptions options, Action<int> report)
    {
        _dataset = dataset;
        _pipeline = pipeline;
        _encoder = encoder;
        _batch = encoder.Batch(options.Batch);
        _workers = options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        _report = report;
        _bad = new(options.OnBadImage);
        _rows = new float[RowsLength(dataset, encoder.Dimension)];
        _queue = new(boundedCapacity: 2 * encoder.Workers(_workers));
        _decoding = _workers;
    }

    /// <summary>Runs it.</summary>
    /// <exception cref="DataFileException">An image cannot be read, or too many were skipped.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ComputedEmbeddings Run(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] workers =
        [
            .. Enumerable.Range(0, _workers).Select(_ => Start(Decode, stop)),
            .. Enumerable.Range(0, _encoder.Workers(_workers)).Select(_ => Start(Encode, stop)),
        ];
        Task.WhenAll(workers).GetAwaiter().GetResult();
        SortedDictionary<int, string> skipped = _bad.Judge(_dataset);
        foreach (int index in skipped.Keys)
        {
            _rows.AsSpan(index * _encoder.Dimension, _encoder.Dimension).Clear();
        }

        return new(_rows, _encoder.Dimension, skipped);
    }

    /// <inheritdoc />
    public void Dispose() => _queue.Dispose();

    // A worker that fails stops the others; WhenAll then throws its error and not their cancellation.
    private static Task Start(Action<CancellationToken> work, CancellationTokenSource stop)
    {
        var task = Task.Factory.StartNew(
            () => work(stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = task.ContinueWith(
            _ => stop.Cancel(), CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }

    private void Decode(CancellationToken stop)
    {
        while (!_bad.IsFatal && TakeBatch() is { } batch)
        {
            stop.ThrowIfCancellationRequested();
            Fill(batch);
            _queue.Add(batch, stop);
        }

        if (Interlocked.Decrement(ref _decoding) == 0)
        {
            _queue.CompleteAdding();
        }
    }

    // Rows are read back through spans of a mapped file, which hold 2 GiB.
    private static int RowsLength(IDataset dataset, int dimension)
    {
        long length = (long)dataset.Samples.Count * dimension;
        return length * sizeof(float) <= int.MaxValue ? (int)length : throw new DataFileException(
            dataset.Name,
            $"{dataset.Samples.Count} embeddings of {dimension} numbers take more than 2 GiB; set a limit.");
    }

    private PlaneBatch? TakeBatch()
    {
        long first = ((long)Interlocked.Increment(ref _nextBatch) - 1) * _batch;
        if (first >= _dataset.Samples.Count)
        {
            return null;
        }

        int count = (int)Math.Min(_batch, _dataset.Samples.Count - first);
        return new((int)first, count, ArrayPool<float>.Shared.Rent(count * _pipeline.PlaneLength));
    }

    // Samples that are parts of one image follow each other, so that it is decoded once a batch.
    private void Fill(PlaneBatch batch)
    {
        using var open = new OpenPicture(_dataset, _pipeline);
        for (int i = 0; i < batch.Count; i++)
        {
            Read(open, batch.First + i, batch.Planes.AsSpan(i * _pipeline.PlaneLength, _pipeline.PlaneLength));
        }
    }

    private void Read(OpenPicture open, int index, Span<float> planes)
    {
        Sample sample = _dataset.Samples[index];
        try
        {
            _pipeline.ToPlanes(open.Of(index), sample.Region, sample.Id, planes);
        }
        catch (DataFileException e)
        {
            planes.Clear();
            _bad.Add(index, e);
        }
    }

    private void Encode(CancellationToken stop)
    {
        foreach (PlaneBatch batch in _queue.GetConsumingEnumerable(stop))
        {
            Span<float> rows = _rows.AsSpan(batch.First * _encoder.Dimension, batch.Count * _encoder.Dimension);
            _encoder.Encode(batch.Planes.AsSpan(0, batch.Count * _pipeline.PlaneLength), batch.Count, rows);
            ArrayPool<float>.Shared.Return(batch.Planes);
            lock (_reporting)
            {
                _done += batch.Count;
                _report(_done);
            }
        }
    }
}
