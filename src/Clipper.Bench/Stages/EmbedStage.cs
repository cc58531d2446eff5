using System.Buffers;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Images or pixels to embeddings: what <c>clipper embed</c> does.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">Device, batch, workers, and what an unreadable image does.</param>
/// <param name="Path">The safetensors file to write.</param>
public sealed record EmbedStage(ModelDescription Model, EmbeddingOptions Options, string Path)
{
    /// <summary>Embeds image files, through the embedding cache, and writes the file. Skipped images are left out of it
    /// and named in its metadata <c>skipped</c>.</summary>
    /// <returns>The number of rows, and the skipped images with their reasons.</returns>
    /// <exception cref="DataFileException">An image cannot be read, or a file cannot be written.</exception>
    public (int Rows, IReadOnlyList<(string Id, string Reason)> Skipped) EmbedImages(
        IReadOnlyList<ImageFile> images, Action<string> warn, IProgress<EmbeddingProgress> progress,
        CancellationToken cancellation)
    {
        using var dataset = new ImageFileDataset(images);
        using EmbeddingTable table = new Embedder(Options, warn).Embed(dataset, Model, progress, cancellation);
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(row => !table.Skipped.ContainsKey(row))];
        (string Id, string Reason)[] skipped =
            [.. table.Skipped.OrderBy(pair => pair.Key).Select(pair => (table.Ids[pair.Key], pair.Value))];
        string[] ids = [.. rows.Select(row => table.Ids[row])];
        Save(new EmbeddingsFile(Path, ids, table.Rows(rows)), skipped.Select(image => image.Id));
        return (rows.Length, skipped);
    }

    /// <summary>Embeds pixels and writes the file.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="DataFileException">The model or a file cannot be used.</exception>
    public int EmbedPixels(PixelsFile pixels, IProgress<EmbeddingProgress> progress, CancellationToken cancellation)
    {
        using ImageEncoder encoder = ImageEncoder.Load(Model, Options.Device, Options.Precision);
        int total = pixels.Ids.Count;
        var embeddings = new float[total * encoder.Dimension];
        int done = 0;
        int workers = Options.Workers > 0 ? Options.Workers : Environment.ProcessorCount;
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = encoder.IsOnCpu ? workers : 1,
            CancellationToken = cancellation,
        };
        Parallel.For(0, (total + Options.Batch - 1) / Options.Batch, limits, batch =>
        {
            int start = batch * Options.Batch;
            int count = Math.Min(Options.Batch, total - start);
            Span<float> rows = embeddings.AsSpan(start * encoder.Dimension, count * encoder.Dimension);
            EncodeBatch(encoder, pixels, start, rows);
            progress.Report(new EmbeddingProgress("pixels", Model.Name, Interlocked.Add(ref done, count), total));
        });
        Save(new EmbeddingsFile(Path, pixels.Ids, new Matrix<float>(embeddings, total, encoder.Dimension)), []);
        return total;
    }

    private static void EncodeBatch(ImageEncoder encoder, PixelsFile pixels, int start, Span<float> embeddings)
    {
        int size = encoder.Description.Preprocess.Size;
        int image = 3 * size * size;
        int count = embeddings.Length / encoder.Dimension;
        float[] planes = ArrayPool<float>.Shared.Rent(count * image);
        try
        {
            for (int i = 0; i < count; i++)
            {
                pixels.Read(start + i, planes.AsSpan(i * image, image));
            }

            encoder.Encode(planes.AsSpan(0, count * image), count, embeddings);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
        }
    }

    private void Save(EmbeddingsFile file, IEnumerable<string> skipped) => file.Save(
        ("model", Model.Name), ("weights_sha256", Model.WeightsHash),
        ("dtype", Precisions.NameOf(Options.Precision)), ("skipped", JsonStrings.Write(skipped)));
}
