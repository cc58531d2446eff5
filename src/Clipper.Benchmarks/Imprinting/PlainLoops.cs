using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Imprinting, scoring and normalising as anyone would write them first: the baseline of the
/// benchmarks.</summary>
internal static class PlainLoops
{
    /// <summary>Unit class means [classes, d].</summary>
    public static Matrix<float> Imprint(MatrixView<float> embeddings, LabelRows labels)
    {
        var weights = new Matrix<float>(labels.Classes, embeddings.Columns);
        for (int row = 0; row < embeddings.Rows; row++)
        {
            ReadOnlySpan<float> x = embeddings.Row(row);
            float norm = Norm(x);
            foreach (int label in labels.Row(row))
            {
                Span<float> w = weights.Row(label);
                for (int k = 0; k < x.Length; k++)
                {
                    w[k] += x[k] / norm;
                }
            }
        }

        for (int c = 0; c < labels.Classes; c++)
        {
            Span<float> w = weights.Row(c);
            float norm = Norm(w);
            for (int k = 0; k < w.Length; k++)
            {
                w[k] /= norm;
            }
        }

        return weights;
    }

    /// <summary>Sigmoids of the cosines [n, classes].</summary>
    public static void Score(MatrixView<float> queries, MatrixView<float> weights, Span<float> scores)
    {
        for (int row = 0; row < queries.Rows; row++)
        {
            ReadOnlySpan<float> x = queries.Row(row);
            float norm = Norm(x);
            for (int c = 0; c < weights.Rows; c++)
            {
                ReadOnlySpan<float> w = weights.Row(c);
                float sum = 0;
                for (int k = 0; k < x.Length; k++)
                {
                    sum += x[k] * w[k];
                }

                scores[(row * weights.Rows) + c] = 1 / (1 + MathF.Exp(-sum / norm));
            }
        }
    }

    /// <summary>Unit rows [n, d].</summary>
    public static Matrix<float> Normalize(MatrixView<float> rows)
    {
        var unit = new Matrix<float>(rows.Rows, rows.Columns);
        for (int row = 0; row < rows.Rows; row++)
        {
            ReadOnlySpan<float> x = rows.Row(row);
            float norm = Norm(x);
            Span<float> scaled = unit.Row(row);
            for (int k = 0; k < x.Length; k++)
            {
                scaled[k] = x[k] / norm;
            }
        }

        return unit;
    }

    private static float Norm(ReadOnlySpan<float> row)
    {
        float sum = 0;
        foreach (float value in row)
        {
            sum += value * value;
        }

        return MathF.Sqrt(sum);
    }
}
