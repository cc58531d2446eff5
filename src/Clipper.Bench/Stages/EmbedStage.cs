using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Pixels to embeddings: what <c>clipper embed --pixels</c> does.</summary>
/// <param name="Model">The model.</param>
/// <param name="Device">auto, cpu, cuda or cuda:i.</param>
/// <param name="Batch">Images a forward pass.</param>
public sealed record EmbedStage(ModelDescription Model, string Device, int Batch)
{
    /// <summary>Embeds every image of the file.</summary>
    public EmbeddingsFile Embed(
        PixelsFile pixels, string path, IProgress<EmbeddingProgress> progress, CancellationToken cancellation)
    {
        using ImageEncoder encoder = ImageEncoder.Load(Model, Device);
        int total = pixels.Ids.Count;
        int image = 3 * Model.Preprocess.Size * Model.Preprocess.Size;
        var planes = new float[Math.Min(Batch, total) * image];
        var embeddings = new Matrix<float>(total, encoder.Dimension);
        for (int start = 0; start < total; start += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(Batch, total - start);
            for (int i = 0; i < count; i++)
            {
                pixels.Read(start + i, planes.AsSpan(i * image, image));
            }

            encoder.Encode(
                planes.AsSpan(0, count * image), count,
                embeddings.Values.Slice(start * encoder.Dimension, count * encoder.Dimension));
            progress.Report(new EmbeddingProgress(Path.GetFileName(path), Model.Name, start + count, total));
        }

        return new EmbeddingsFile(path, pixels.Ids, embeddings);
    }
}
