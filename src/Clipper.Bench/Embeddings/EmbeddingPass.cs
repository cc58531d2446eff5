using System.Collections.Concurrent;
using Clipper.Bench.Datasets;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>One pass over a data set: decode workers fill batches, encode workers empty them. Batches are cut by sample
/// index, so that no row depends on the number of workers. Memory is bounded whatever the size of the data set: each
/// worker holds one batch of pixels, one more an encode worker waits, and rows go to the disk. Pixels wait as bytes:
/// the numbers that the encoder makes of them take four times as much.</summary>
internal sealed class EmbeddingPass : IDisposable
{
    private readonly IDataset _dataset;
    private readonly IImagePipeline _pipeline;
    private readonly IRowEncoder<byte> _encoder;
    private readonly int _batch;
    private readonly int _workers;
    private readonly Action<int> _report;
    private readonly BadImages _bad;
    private readonly StageClock _clock = new();
    private readonly RowFile _rows;
    private readonly BlockingCollection<PixelBatch> _queue;
    private readonly ConcurrentBag<byte[]> _free = [];
    private readonly Lock _reporting = new();
    private int _nextBatch;
    private int _decoding;
    private int _done;

    /// <summary>Prepares a pass.</summary>
    /// <param name="dataset">The images.</param>
    /// <param name="pipeline">Makes pixels.</param>
    /// <param name="encoder">Makes embeddings.</param>
    /// <param name="options">Batch, workers and policy.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <param name="report">Is told how many samples are done; one call at a time.</param>
    public EmbeddingPass(
        IDataset dataset, IImagePipeline pipeline, IRowEncoder<byte> encoder, EmbeddingOptions options, RowFile rows,
        Action<int> report)
    {
        _dataset = dataset;
        _pipeline = pipeline;
        _encoder = encoder;
        _batch = encoder.Batch(options.Batch);
        _workers = options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        _report = report;
        _bad = new(options.OnBadImage);
        _rows = rows;
        _queue = new(boundedCapacity: encoder.Workers(_workers));
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
        float[] zeros = new float[_rows.Dimension];
        foreach (int index in skipped.Keys)
        {
            _rows.Write(index, zeros);
        }

        return new(_rows, skipped, _clock);
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

    private PixelBatch? TakeBatch()
    {
        long first = ((long)Interlocked.Increment(ref _nextBatch) - 1) * _batch;
        if (first >= _dataset.Samples.Count)
        {
            return null;
        }

        int count = (int)Math.Min(_batch, _dataset.Samples.Count - first);
        byte[] pixels = _free.TryTake(out byte[]? used) ? used : new byte[_batch * _pipeline.PixelLength];
        return new((int)first, count, pixels);
    }

    // Samples that are parts of one image follow each other, so that it is decoded once a batch.
    private void Fill(PixelBatch batch)
    {
        using var open = new OpenPicture(_dataset, _pipeline, _clock);
        for (int i = 0; i < batch.Count; i++)
        {
            Read(open, batch.First + i, batch.Pixels.AsSpan(i * _pipeline.PixelLength, _pipeline.PixelLength));
        }
    }

    private void Read(OpenPicture open, int index, Span<byte> pixels)
    {
        Sample sample = _dataset.Samples[index];
        try
        {
            Raster picture = open.Of(index);
            using StageClock.Piece resize = _clock.Measure(PassStage.Resize);
            _pipeline.ToPixels(picture, sample.Region, sample.Id, pixels);
        }
        catch (DataFileException e)
        {
            pixels.Clear();
            _bad.Add(index, e);
        }
    }

    private void Encode(CancellationToken stop)
    {
        float[] rows = new float[_batch * _encoder.Dimension];
        foreach (PixelBatch batch in _queue.GetConsumingEnumerable(stop))
        {
            EncodeBatch(batch, rows.AsSpan(0, batch.Count * _encoder.Dimension));
            _free.Add(batch.Pixels);
            lock (_reporting)
            {
                _done += batch.Count;
                _report(_done);
            }
        }
    }

    private void EncodeBatch(PixelBatch batch, Span<float> rows)
    {
        using (_clock.Measure(PassStage.Encode))
        {
            _encoder.Encode(batch.Pixels.AsSpan(0, batch.Count * _pipeline.PixelLength), batch.Count, rows);
        }

        using (_clock.Measure(PassStage.Write))
        {
            _rows.Write(batch.First, rows);
        }
    }
}
