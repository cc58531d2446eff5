using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.Imprinting;

/// <summary>Imprinting written down as PROTOCOL section 1 says it, in double and without a thought for speed.</summary>
internal static class PlainHead
{
    public static double[,] Weights(MatrixView<float> support, LabelRows labels)
    {
        var weights = new double[labels.Classes, support.Columns];
        for (int c = 0; c < labels.Classes; c++)
        {
            var mean = new double[support.Columns];
            int members = 0;
            for (int row = 0; row < support.Rows; row++)
            {
                if (labels.Has(row, c))
                {
                    members++;
                    double norm = Norm(Wide(support.Row(row)));
                    for (int k = 0; k < mean.Length; k++)
                    {
                        mean[k] += support.Row(row)[k] / norm;
                    }
                }
            }

            double[] average = Array.ConvertAll(mean, value => value / members);
            for (int k = 0; k < mean.Length; k++)
            {
                weights[c, k] = average[k] / Norm(average);
            }
        }

        return weights;
    }

    public static double Cosine(MatrixView<float> queries, int row, double[,] weights, int c)
    {
        double norm = Norm(Wide(queries.Row(row)));
        double sum = 0;
        for (int k = 0; k < queries.Columns; k++)
        {
            sum += queries.Row(row)[k] / norm * weights[c, k];
        }

        return sum;
    }

    public static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double[] Wide(ReadOnlySpan<float> row) => Array.ConvertAll(row.ToArray(), value => (double)value);

    private static double Norm(double[] values)
    {
        double norm = Math.Sqrt(values.Sum(value => value * value));
        return norm == 0 ? 1e-6 : norm;
    }
}
