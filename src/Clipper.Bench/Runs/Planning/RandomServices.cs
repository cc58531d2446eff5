using Clipper.Bench.Methods;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs.Planning;

/// <summary>Random rows in the place of embedded texts and copies.</summary>
internal sealed class RandomServices(RandomEmbeddings embeddings) : IMethodServices
{
    /// <inheritdoc />
    public Matrix<float> EmbedTexts(IReadOnlyList<string> texts) => Rows(texts.Count);

    /// <inheritdoc />
    public Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation) =>
        Rows(samples.Count * augmentation.Copies);

    private Matrix<float> Rows(int count)
    {
        var rows = new Matrix<float>(count, embeddings.Dimension);
        for (int i = 0; i < count; i++)
        {
            embeddings.Row(i).CopyTo(rows.Row(i));
        }

        return rows;
    }
}
