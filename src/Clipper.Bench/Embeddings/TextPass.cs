using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Embeddings;

/// <summary>Embeds tokenised texts.</summary>
internal static class TextPass
{
    // A text ends at its end mark: on a CPU texts of one length only would gain by a batch.
    private const int CpuBatch = 1;

    /// <summary>Embeds them: one row a text, in their order.</summary>
    /// <param name="encoder">The text tower.</param>
    /// <param name="tokens">Rows of tokens, all of one length.</param>
    /// <param name="workers">Threads on a CPU; 0 = all cores.</param>
    /// <param name="progress">Is told how many are done; or null.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static Matrix<float> Run(
        IRowEncoder<int> encoder, int[][] tokens, int workers, IProgress<int>? progress,
        CancellationToken cancellation)
    {
        var rows = new Matrix<float>(tokens.Length, encoder.Dimension);
        int batch = encoder.Batch(CpuBatch);
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = encoder.Workers(workers > 0 ? workers : Environment.ProcessorCount),
            CancellationToken = cancellation,
        };
        int done = 0;
        Parallel.For(0, (tokens.Length + batch - 1) / batch, limits, index =>
        {
            int[][] part = tokens[(index * batch)..Math.Min((index + 1) * batch, tokens.Length)];
            Span<float> target = rows.Values.Slice(index * batch * rows.Columns, part.Length * rows.Columns);
            encoder.Encode([.. part.SelectMany(row => row)], part.Length, target);
            progress?.Report(Interlocked.Add(ref done, part.Length));
        });
        return rows;
    }
}
