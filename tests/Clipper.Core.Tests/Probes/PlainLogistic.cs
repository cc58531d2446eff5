using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;

namespace Clipper.Core.Tests.Probes;

/// <summary>Logistic objectives in plain loops, from their definitions.</summary>
internal static class PlainLogistic
{
    /// <summary>C · Σ −log softmax + ½‖W‖².</summary>
    public static double Multinomial(Matrix<float> rows, LabelRows labels, LogisticModel model)
    {
        double loss = 0;
        for (int row = 0; row < rows.Rows; row++)
        {
            double[] logits = Logits(rows, row, model.Map);
            double greatest = logits.Max();
            int own = model.Fitted.ToList().IndexOf(labels.Row(row)[0]);
            loss += Math.Log(logits.Sum(z => Math.Exp(z - greatest))) + greatest - logits[own];
        }

        return (model.C * loss) + (0.5 * model.Map.Weights.Values.ToArray().Sum(w => w * w));
    }

    /// <summary>C · Σ −log σ(±z) + ½‖w‖² of one fitted column.</summary>
    public static double Binary(Matrix<float> rows, LabelRows labels, LogisticModel model, int column)
    {
        double loss = 0;
        for (int row = 0; row < rows.Rows; row++)
        {
            double z = Logits(rows, row, model.Map)[column];
            z = labels.Has(row, model.Fitted[column]) ? z : -z;
            loss += Math.Max(-z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
        }

        return (model.C * loss) + (0.5 * model.Map.Weights.Row(column).ToArray().Sum(w => w * w));
    }

    private static double[] Logits(Matrix<float> rows, int row, LinearMap map)
    {
        double[] logits = [.. map.Intercepts];
        for (int c = 0; c < logits.Length; c++)
        {
            for (int k = 0; k < rows.Columns; k++)
            {
                logits[c] += map.Weights.Row(c)[k] * rows.Row(row)[k];
            }
        }

        return logits;
    }
}
