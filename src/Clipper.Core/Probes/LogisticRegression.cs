using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>L2-regularised logistic regression, the linear probe: the minimum of C · Σ loss + ½‖W‖², intercepts not
/// penalised, which is the objective of scikit-learn's <c>LogisticRegression</c>. It is found by L-BFGS, most of the
/// way with products in float32 and the last of it in double, to about 1e-10 of the objective.</summary>
/// <remarks>One thread; the result depends on nothing but the arguments. Fit several problems side by side to use
/// more.</remarks>
public static class LogisticRegression
{
    private const int Iterations = 1000;

    /// <summary>Multinomial: one label a row, a softmax over the classes that occur (two of them need one row of
    /// coefficients only, as in scikit-learn).</summary>
    /// <param name="embeddings">Rows [n, d], used as they are.</param>
    /// <param name="labels">One class a row.</param>
    /// <param name="cs">Weights of the loss. They are fitted from the least to the greatest, each from the solution
    /// before it.</param>
    /// <returns>A model for each of <paramref name="cs"/>, in their order.</returns>
    /// <exception cref="ArgumentException">Rows and labels do not fit together, there are no rows, a row has not
    /// exactly one label, or a C is not positive.</exception>
    /// <exception cref="NonFiniteException">An embedding holds a NaN or an infinity.</exception>
    public static IReadOnlyList<LogisticModel> FitMultinomial(
        Matrix<float> embeddings, LabelRows labels, IReadOnlyList<double> cs)
    {
        Require(embeddings, labels, cs);
        return Fit(embeddings, LogisticProblem.Multinomial(labels), cs);
    }

    /// <summary>One-versus-rest: any number of labels a row, an independent binary regression for each label
    /// (<c>OneVsRestClassifier</c>). A label that no row or every row carries has no coefficients, and the probability
    /// 0 or 1.</summary>
    /// <inheritdoc cref="FitMultinomial"/>
    public static IReadOnlyList<LogisticModel> FitOneVersusRest(
        Matrix<float> embeddings, LabelRows labels, IReadOnlyList<double> cs)
    {
        Require(embeddings, labels, cs);
        return Fit(embeddings, LogisticProblem.OneVersusRest(labels), cs);
    }

    private static LogisticModel[] Fit(
        Matrix<float> embeddings, LogisticProblem problem, IReadOnlyList<double> cs)
    {
        var rows = new CentredRows<float>(embeddings);
        if (problem.Loss is not { } loss)
        {
            var nothing = new LinearMap(new Matrix<double>(0, embeddings.Columns), []);
            return [.. cs.Select(c => new LogisticModel(problem, nothing)
                { C = c, Objective = 0, IsConverged = true, Iterations = 0 })];
        }

        if (embeddings.Rows >= embeddings.Columns)
        {
            return Fit(rows, problem, loss, cs, weights => weights, rows.Mean);
        }

        var kernel = new KernelFeatures(rows);
        var coordinates = new CentredRows<double>(kernel.Rows);
        return Fit(coordinates, problem, loss, cs, weights => kernel.ToFeatures(weights), rows.Mean);
    }

    private static LogisticModel[] Fit<TData>(
        CentredRows<TData> features,
        LogisticProblem problem,
        LogisticLoss loss,
        IReadOnlyList<double> cs,
        Func<Matrix<double>, Matrix<double>> toEmbeddings,
        double[] mean)
        where TData : unmanaged, IBinaryFloatingPointIeee754<TData>
    {
        var objective = new LogisticObjective<TData>(features, loss);
        var point = new double[objective.Size];
        var models = new LogisticModel[cs.Count];
        foreach (int i in Enumerable.Range(0, cs.Count).OrderBy(i => cs[i]))
        {
            (bool isMinimum, double value, int iterations) = Minimize(objective, cs[i], point);
            var weights = new Matrix<double>(loss.Columns, features.Columns);
            point.AsSpan(0, weights.Values.Length).CopyTo(weights.Values);
            double[] intercepts = point[weights.Values.Length..];
            if (problem.IsMultinomial)
            {
                SumToZero(intercepts);
            }

            models[i] = new LogisticModel(problem, LinearMap.Uncentred(toEmbeddings(weights), intercepts, mean))
            {
                C = cs[i],
                Objective = value,
                IsConverged = isMinimum,
                Iterations = iterations,
            };
        }

        return models;
    }

    private static (bool IsMinimum, double Value, int Iterations) Minimize<TData>(
        LogisticObjective<TData> objective, double c, double[] point)
        where TData : unmanaged, IBinaryFloatingPointIeee754<TData>
    {
        var search = new Lbfgs(objective.Size);
        objective.SetC(c);
        objective.IsFine = false;
        search.Minimize(objective, point, Iterations);
        objective.IsFine = true;
        (bool isMinimum, double value) = search.Minimize(objective, point, Iterations);
        return (isMinimum, value, search.Iterations);
    }

    // A softmax does not feel a shift of all intercepts; the penalty does the same for coefficients.
    private static void SumToZero(Span<double> intercepts) =>
        TensorPrimitives.Subtract(intercepts, TensorPrimitives.Average<double>(intercepts), intercepts);

    private static void Require(Matrix<float> embeddings, LabelRows labels, IReadOnlyList<double> cs)
    {
        SupportShape.Require(embeddings, labels);
        foreach (double c in cs)
        {
            if (!(c > 0 && double.IsFinite(c)))
            {
                throw new ArgumentException($"C is {c}; it must be a positive number.", nameof(cs));
            }
        }
    }
}
