using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Seeded embeddings with one label a row, for benchmarks.</summary>
internal sealed class EmbeddingBlock
{
    public EmbeddingBlock(int rows, int dimension, int classes)
    {
        var random = new RandomState(Seed.Derive("benchmark", "imprinting", rows));
        Embeddings = new Matrix<float>(rows, dimension);
        foreach (ref float value in Embeddings.Values)
        {
            value = (float)(random.NextDouble() - 0.5);
        }

        RowLabels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            RowLabels[row] = row < classes ? row : random.NextIndex(classes);
        }

        Labels = LabelRows.Single(RowLabels, classes);
        Classes = [.. Enumerable.Range(0, classes).Select(c => $"class{c}")];
    }

    public Matrix<float> Embeddings { get; }

    public int[] RowLabels { get; }

    public LabelRows Labels { get; }

    public string[] Classes { get; }

    public ImprintedHead<float> Head() => ImprintedHead<float>.Imprint(HeadKind.Mwi, Embeddings, Labels, Classes);
}
