using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Seeded embeddings with labels, for benchmarks.</summary>
internal sealed class EmbeddingBlock
{
    public EmbeddingBlock(int rows, int dimension, int classes, int labels = 1)
    {
        var random = new RandomState(Seed.Derive("benchmark", "imprinting", rows));
        Embeddings = new Matrix<float>(rows, dimension);
        foreach (ref float value in Embeddings.Values)
        {
            value = (float)(random.NextDouble() - 0.5);
        }

        // Further labels stand beside the first one, so that they are distinct.
        RowLabels = new int[rows];
        var all = new int[rows][];
        for (int row = 0; row < rows; row++)
        {
            int first = row < classes ? row : random.NextIndex(classes);
            RowLabels[row] = first;
            all[row] = [.. Enumerable.Range(first, labels).Select(label => label % classes)];
        }

        Labels = LabelRows.Of(all, classes);
        Classes = [.. Enumerable.Range(0, classes).Select(c => $"class{c}")];
    }

    public Matrix<float> Embeddings { get; }

    public int[] RowLabels { get; }

    public LabelRows Labels { get; }

    public string[] Classes { get; }

    public ImprintedHead<float> Head() => ImprintedHead<float>.Imprint(HeadKind.Mwi, Embeddings, Labels, Classes);
}
