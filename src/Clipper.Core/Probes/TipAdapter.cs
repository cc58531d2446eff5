using System.Numerics.Tensors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>Tip-Adapter without training (Zhang et al. 2022, arXiv 2207.09519, section 3.1): a cache of the support
/// answers each query by similarity, and zero-shot logits are added: s · q̂·t_c + α · Σᵢ e^(−β (1 − q̂·k̂ᵢ)) · [i
/// carries c].</summary>
public sealed class TipAdapter
{
    private readonly Matrix<double> _affinities;
    private readonly Matrix<double> _zeroShot;
    private readonly LabelRows _labels;
    private readonly double _scale;

    private TipAdapter(Matrix<double> affinities, Matrix<double> zeroShot, LabelRows labels, double scale)
    {
        _scale = scale;
        _affinities = affinities;
        _zeroShot = zeroShot;
        _labels = labels;
    }

    /// <summary>Cosines of the queries with the support and with the classes' texts; every α and β starts from
    /// them.</summary>
    /// <param name="support">Support embeddings [n, d].</param>
    /// <param name="labels">Their classes; a row with several labels answers for each.</param>
    /// <param name="texts">A text vector a class [classes, d].</param>
    /// <param name="queries">Query embeddings [m, d].</param>
    /// <param name="scale">s, what zero-shot cosines are multiplied by.</param>
    /// <exception cref="ArgumentException">The shapes do not fit together, or there is no support.</exception>
    /// <exception cref="NonFiniteException">A number is NaN or infinite.</exception>
    public static TipAdapter Of(
        Matrix<float> support, LabelRows labels, Matrix<float> texts, Matrix<float> queries, double scale)
    {
        SupportShape.Require(support, labels);
        if (texts.Rows != labels.Classes || texts.Columns != support.Columns || queries.Columns != support.Columns)
        {
            throw new ArgumentException(
                $"Support {support.View.Shape} of {labels.Classes} classes, texts {texts.View.Shape} and queries " +
                $"{queries.View.Shape} do not fit: a text a class, and one number of columns.");
        }

        Matrix<double> unitQueries = Unit(queries);
        var affinities = new Matrix<double>(queries.Rows, support.Rows);
        RowProducts.Compute(unitQueries, Unit(support), affinities.Values);
        var zeroShot = new Matrix<double>(queries.Rows, texts.Rows);
        RowProducts.Compute(unitQueries, Unit(texts), zeroShot.Values);
        TensorPrimitives.Multiply(zeroShot.Values, scale, zeroShot.Values);
        return new TipAdapter(affinities, zeroShot, labels, scale);
    }

    /// <summary>Logits [queries, classes].</summary>
    /// <param name="alpha">Weight of the cache; 0 is zero-shot.</param>
    /// <param name="beta">Sharpness: how fast an answer fades with distance.</param>
    public Matrix<double> Logits(double alpha, double beta)
    {
        var logits = new Matrix<double>(_zeroShot.Values.ToArray(), _zeroShot.Rows, _zeroShot.Columns);
        var answers = new double[_affinities.Columns];
        for (int query = 0; query < logits.Rows; query++)
        {
            TensorPrimitives.Subtract(_affinities.Row(query), 1, answers);
            TensorPrimitives.Multiply(answers, beta, answers);
            TensorPrimitives.Exp(answers, answers);
            for (int row = 0; row < answers.Length; row++)
            {
                foreach (int label in _labels.Row(row))
                {
                    logits.Row(query)[label] += alpha * answers[row];
                }
            }
        }

        return logits;
    }

    /// <summary>Softmax of the logits over the classes.</summary>
    public Matrix<double> Probabilities(double alpha, double beta)
    {
        Matrix<double> logits = Logits(alpha, beta);
        HeadScores.Softmax(logits.Values, logits.Columns);
        return logits;
    }

    /// <summary>σ(logit / s), each class alone: with α = 0 the sigmoid of the zero-shot cosine.</summary>
    public Matrix<double> Sigmoids(double alpha, double beta)
    {
        Matrix<double> logits = Logits(alpha, beta);
        TensorPrimitives.Divide(logits.Values, _scale, logits.Values);
        HeadScores.Sigmoid(logits.Values);
        return logits;
    }

    private static Matrix<double> Unit(Matrix<float> rows)
    {
        var unit = new Matrix<double>(rows.Rows, rows.Columns);
        for (int row = 0; row < rows.Rows; row++)
        {
            double norm = UnitRows.Widen(rows.View, row, unit.Row(row));
            TensorPrimitives.Divide(unit.Row(row), norm, unit.Row(row));
        }

        return unit;
    }
}
