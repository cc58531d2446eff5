using System.Buffers;
using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Stages;

/// <summary>Embeds a file of pixels. Rows go to the disk as they come.</summary>
/// <param name="encoder">The tower.</param>
/// <param name="pixels">The pixels.</param>
/// <param name="rows">Receives the embeddings.</param>
/// <param name="clock">Is told what the time is spent on.</param>
internal sealed class PixelPass(IRowEncoder<float> encoder, PixelsFile pixels, RowFile rows, StageClock clock)
{
    /// <summary>Runs it.</summary>
    /// <param name="options">Batch and workers.</param>
    /// <param name="report">Is told how many images are done, from any thread.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public void Run(EmbeddingOptions options, Action<int> report, CancellationToken cancellation)
    {
        int total = pixels.Ids.Count;
        int batch = encoder.Batch(options.Batch);
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = encoder.Workers(
                options.Workers > 0 ? options.Workers : Environment.ProcessorCount),
            CancellationToken = cancellation,
        };
        int done = 0;
        Parallel.For(0, (total + batch - 1) / batch, limits, index =>
        {
            int start = index * batch;
            int count = Math.Min(batch, total - start);
            EncodeBatch(start, count);
            report(Interlocked.Add(ref done, count));
        });
    }

    private void EncodeBatch(int start, int count)
    {
        int image = pixels.ImageLength;
        int dimension = encoder.Dimension;
        float[] planes = ArrayPool<float>.Shared.Rent(count * image);
        float[] embeddings = ArrayPool<float>.Shared.Rent(count * dimension);
        try
        {
            using (clock.Measure(PassStage.Read))
            {
                for (int i = 0; i < count; i++)
                {
                    pixels.Read(start + i, planes.AsSpan(i * image, image));
                }
            }

            using (clock.Measure(PassStage.Encode))
            {
                encoder.Encode(planes.AsSpan(0, count * image), count, embeddings.AsSpan(0, count * dimension));
            }

            using (clock.Measure(PassStage.Write))
            {
                rows.Write(start, embeddings.AsSpan(0, count * dimension));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
            ArrayPool<float>.Shared.Return(embeddings);
        }
    }
}
