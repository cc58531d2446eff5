using System.Diagnostics;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Files;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>Images or pixels to embeddings: what <c>clipper embed</c> does.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">Device, batch, workers, and what an unreadable image does.</param>
/// <param name="Path">The safetensors file to write.</param>
public sealed record EmbedStage(ModelDescription Model, EmbeddingOptions Options, string Path)
{
    private const string Pixels = "pixels";

    /// <summary>Embeds image files, through the embedding cache, and writes the file. Skipped images are left out of it
    /// and named in its metadata <c>skipped</c>. Rows go from file to file: no more than a block of them is in memory
    /// at a time.</summary>
    /// <exception cref="DataFileException">An image cannot be read, or a file cannot be written.</exception>
    public EmbedOutcome EmbedImages(
        IReadOnlyList<ImageFile> images, Action<string> warn, IProgress<EmbeddingProgress> progress,
        CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using IDataset dataset = new ImageFileDataset(images);
        using EmbeddingTable table = new Embedder(Options, warn).Embed(dataset, Model, progress, cancellation);
        (string Id, string Reason)[] skipped =
            [.. table.Skipped.OrderBy(pair => pair.Key).Select(pair => (table.Ids[pair.Key], pair.Value))];
        IReadOnlyList<string> ids = skipped.Length == 0
            ? table.Ids
            : [.. table.Ids.Where((_, row) => !table.Skipped.ContainsKey(row))];
        var clock = new StageClock();
        Save(ids, table.Dimension, table.CopyTo, skipped.Select(image => image.Id), clock);
        StageSeconds? stages = table.Stages is { } pass
            ? pass with { Write = pass.Write + clock.Seconds().Write }
            : null;
        return new(
            ids.Count, skipped,
            stages?.Line(dataset.QualifiedName, Model.Name, table.Count, watch.Elapsed.TotalSeconds));
    }

    /// <summary>Embeds pixels and writes the file. Rows go to the disk as they come.</summary>
    /// <exception cref="DataFileException">The model or a file cannot be used.</exception>
    public EmbedOutcome EmbedPixels(
        PixelsFile pixels, IProgress<EmbeddingProgress> progress, CancellationToken cancellation)
    {
        using IRowEncoder<float> encoder =
            DeviceEncoders.OfPlanes(ImageEncoder.Load(Model, Options.Device, Options.Precision));
        var watch = Stopwatch.StartNew();
        int total = pixels.Ids.Count;
        var clock = new StageClock();
        using var rows = new RowFile(Folder, total, encoder.Dimension);
        new PixelPass(encoder, pixels, rows, clock).Run(
            Options,
            done => progress.Report(new EmbeddingProgress(Pixels, Model.Name, done, total)),
            cancellation);
        Save(pixels.Ids, encoder.Dimension, rows.CopyTo, [], clock);
        return new(
            total, [], clock.Seconds().Line(Pixels, Model.Name, total, watch.Elapsed.TotalSeconds));
    }

    private string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".";

    private void Save(
        IReadOnlyList<string> ids, int dimension, Action<Stream> rows, IEnumerable<string> skipped, StageClock clock)
    {
        using StageClock.Piece writing = clock.Measure(PassStage.Write);
        EmbeddingsFile.Write(
            Path, ids, dimension, rows, ("model", Model.Name), ("weights_sha256", Model.WeightsHash),
            ("dtype", Precisions.NameOf(Options.Precision)), ("skipped", JsonStrings.Write(skipped)));
    }
}
