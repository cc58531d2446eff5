using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;
using Clipper.Core.Tests.LinearAlgebra;

namespace Clipper.Core.Tests.Probes;

public sealed class RidgeRegressionTests
{
    [Theory]
    [InlineData(60, 13)]
    [InlineData(12, 40)]
    [InlineData(5, 5)]
    public void Fit_ends_where_the_gradient_vanishes_for_every_penalty(int rows, int dimension)
    {
        Matrix<float> embeddings = Numbers.Normal<float>(rows, dimension, 1);
        var labels = LabelRows.Of([.. Enumerable.Range(0, rows).Select(row => new[] { row % 3, row % 2 })], 4);
        double[] lambdas = [1e-3, 1, 100];

        IReadOnlyList<LinearMap> maps = RidgeRegression.Fit(embeddings, labels, lambdas);

        for (int i = 0; i < lambdas.Length; i++)
        {
            Assert.True(Steepest(embeddings, labels, maps[i], lambdas[i]) < 1e-8, $"λ = {lambdas[i]}");
        }
    }

    [Fact]
    public void Fit_of_equal_rows_predicts_the_share_of_each_class()
    {
        var embeddings = new Matrix<float>([1, 2, 1, 2, 1, 2, 1, 2], 4, 2);

        LinearMap map = RidgeRegression.Fit(embeddings, LabelRows.Single([0, 0, 0, 1], 2), [1]).Single();

        Assert.Equal([0.75, 0.25], map.Apply(embeddings).Row(0).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Fit_refuses_a_penalty_that_is_not_positive(double lambda) =>
        Assert.Throws<ArgumentException>(
            () => RidgeRegression.Fit(new Matrix<float>(1, 1), LabelRows.Single([0], 1), [lambda]));

    [Fact]
    public void Apply_refuses_rows_of_another_length()
    {
        var map = new LinearMap(new Matrix<double>(2, 3), [0, 0]);

        Assert.Throws<ArgumentException>(() => map.Apply(new Matrix<float>(1, 4)));
    }

    private static double Steepest(Matrix<float> embeddings, LabelRows labels, LinearMap map, double lambda)
    {
        Matrix<double> values = map.Apply(embeddings);
        double steepest = 0;
        for (int c = 0; c < labels.Classes; c++)
        {
            double[] gradient = [.. map.Weights.Row(c).ToArray().Select(w => lambda * w), 0];
            for (int row = 0; row < embeddings.Rows; row++)
            {
                double residual = values.Row(row)[c] - (labels.Has(row, c) ? 1 : 0);
                for (int k = 0; k < embeddings.Columns; k++)
                {
                    gradient[k] += residual * embeddings.Row(row)[k];
                }

                gradient[^1] += residual;
            }

            steepest = Math.Max(steepest, gradient.Max(Math.Abs));
        }

        return steepest;
    }
}
