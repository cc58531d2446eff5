using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>Ridge regression of label indicators: the minimum of ‖Y − XWᵀ − b‖² + λ‖W‖² with Y = 1 where a row carries
/// a class and 0 elsewhere, the intercept not penalised (scikit-learn's <c>Ridge</c>; <c>RidgeClassifier</c> with
/// targets ±1 decides alike). One eigendecomposition serves every λ.</summary>
/// <remarks>Its values are not probabilities. A class is predicted alone by arg-max, or among several from 0.5
/// on.</remarks>
public static class RidgeRegression
{
    /// <summary>A map to one value a class, for each λ.</summary>
    /// <param name="embeddings">Rows [n, d], used as they are.</param>
    /// <param name="labels">Any number of classes a row.</param>
    /// <param name="lambdas">Penalties, positive.</param>
    /// <exception cref="ArgumentException">Rows and labels do not fit together, there are no rows, or a λ is not
    /// positive.</exception>
    /// <exception cref="NonFiniteException">An embedding holds a NaN or an infinity.</exception>
    public static IReadOnlyList<LinearMap> Fit(
        Matrix<float> embeddings, LabelRows labels, IReadOnlyList<double> lambdas)
    {
        SupportShape.Require(embeddings, labels);
        foreach (double lambda in lambdas)
        {
            if (!(lambda > 0 && double.IsFinite(lambda)))
            {
                throw new ArgumentException($"λ is {lambda}; it must be a positive number.", nameof(lambdas));
            }
        }

        var rows = new CentredRows<float>(embeddings);
        if (embeddings.Rows >= embeddings.Columns)
        {
            return Fit(rows, labels, lambdas, weights => weights, rows.Mean);
        }

        var kernel = new KernelFeatures(rows);
        return Fit(new CentredRows<double>(kernel.Rows), labels, lambdas, w => kernel.ToFeatures(w), rows.Mean);
    }

    private static LinearMap[] Fit<TData>(
        CentredRows<TData> features,
        LabelRows labels,
        IReadOnlyList<double> lambdas,
        Func<Matrix<double>, Matrix<double>> toEmbeddings,
        double[] mean)
        where TData : unmanaged, IBinaryFloatingPointIeee754<TData>
    {
        Matrix<double> sums = ClassSums(features, labels);
        var axes = SymmetricEigen.Of(new RowBlock<TData, double>(features).Gram());
        var coordinates = new Matrix<double>(sums.Rows, sums.Columns);
        RowProducts.Compute(sums, axes.Vectors, coordinates.Values);
        return [.. lambdas.Select(lambda =>
        {
            Matrix<double> weights = toEmbeddings(Solve(axes, coordinates, lambda));
            return LinearMap.Uncentred(weights, Shares(labels), mean);
        })];
    }

    /// <summary>Σ of the centred rows of each class, [classes, features]: XᵀY, as centred features sum to 0.</summary>
    private static Matrix<double> ClassSums<TData>(CentredRows<TData> features, LabelRows labels)
        where TData : unmanaged, IBinaryFloatingPointIeee754<TData>
    {
        var sums = new Matrix<double>(labels.Classes, features.Columns);
        var centred = new double[features.Columns];
        for (int row = 0; row < labels.Rows; row++)
        {
            features.CopyTo<double>(row, features.Mean, centred);
            foreach (int label in labels.Row(row))
            {
                TensorPrimitives.Add(sums.Row(label), centred, sums.Row(label));
            }
        }

        return sums;
    }

    /// <summary>U (Λ + λ)⁻¹ UᵀXᵀY, a row a class.</summary>
    private static Matrix<double> Solve(SymmetricEigen axes, Matrix<double> coordinates, double lambda)
    {
        var weights = new Matrix<double>(coordinates.Rows, coordinates.Columns);
        for (int c = 0; c < weights.Rows; c++)
        {
            for (int axis = 0; axis < weights.Columns; axis++)
            {
                double share = coordinates.Row(c)[axis] / (Math.Max(0, axes.Values[axis]) + lambda);
                TensorPrimitives.MultiplyAdd(axes.Vectors.Row(axis), share, weights.Row(c), weights.Row(c));
            }
        }

        return weights;
    }

    /// <summary>The mean of each class's indicator.</summary>
    private static double[] Shares(LabelRows labels) =>
        Array.ConvertAll(labels.Counts(), count => (double)count / labels.Rows);
}
