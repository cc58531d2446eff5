using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;
using Clipper.Core.Tests.LinearAlgebra;

namespace Clipper.Core.Tests.Probes;

public sealed class LogisticRegressionTests
{
    private static readonly double[] s_cs = [10, 0.01, 1];

    public static TheoryData<int, int, int> Sizes =>
        new() { { 25, 512, 5 }, { 9, 3, 2 }, { 7, 7, 3 }, { 20, 21, 2 }, { 129, 33, 17 }, { 260, 40, 70 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void FitMultinomial_ends_where_the_gradient_vanishes(int rows, int dimension, int classes)
    {
        Matrix<float> embeddings = Numbers.Normal<float>(rows, dimension, 1);
        LabelRows labels = Cyclic(rows, classes);

        foreach (LogisticModel model in LogisticRegression.FitMultinomial(embeddings, labels, s_cs))
        {
            Assert.True(model.IsConverged);
            Assert.True(Steepest(embeddings, labels, model) < 2e-4, $"C = {model.C}");
        }
    }

    [Theory]
    [InlineData(25, 512, 5)]
    [InlineData(150, 19, 20)]
    public void FitOneVersusRest_ends_where_the_gradient_vanishes(int rows, int dimension, int classes)
    {
        Matrix<float> embeddings = Numbers.Normal<float>(rows, dimension, 2);
        LabelRows labels = Several(rows, classes);

        foreach (LogisticModel model in LogisticRegression.FitOneVersusRest(embeddings, labels, s_cs))
        {
            Assert.True(model.IsConverged);
            Assert.True(Steepest(embeddings, labels, model) < 2e-4, $"C = {model.C}");
        }
    }

    [Fact]
    public void Fit_gives_the_same_bits_whatever_the_order_of_C()
    {
        Matrix<float> embeddings = Numbers.Normal<float>(60, 20, 3);
        LabelRows labels = Cyclic(60, 4);

        IReadOnlyList<LogisticModel> forth = LogisticRegression.FitMultinomial(embeddings, labels, [0.1, 1, 10]);
        IReadOnlyList<LogisticModel> back = LogisticRegression.FitMultinomial(embeddings, labels, [10, 1, 0.1]);

        for (int i = 0; i < forth.Count; i++)
        {
            Assert.Equal(forth[i].C, back[^(i + 1)].C);
            Assert.Equal(forth[i].Map.Weights.Values.ToArray(), back[^(i + 1)].Map.Weights.Values.ToArray());
        }
    }

    [Fact]
    public void Fit_of_equal_rows_knows_the_share_of_each_class_only()
    {
        var embeddings = new Matrix<float>([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3], 4, 3);
        var labels = LabelRows.Single([0, 0, 0, 1], 2);

        LogisticModel model = LogisticRegression.FitMultinomial(embeddings, labels, [1]).Single();

        Assert.Equal(0.75, model.Probabilities(embeddings).Row(2)[0], 1e-5);
    }

    [Fact]
    public void Fit_gives_an_absent_class_the_probability_zero()
    {
        Matrix<float> embeddings = Numbers.Normal<float>(12, 4, 4);
        var labels = LabelRows.Single([0, 1, 3, 0, 1, 3, 0, 1, 3, 0, 1, 3], 5);

        LogisticModel model = LogisticRegression.FitMultinomial(embeddings, labels, [1]).Single();
        Matrix<double> probabilities = model.Probabilities(embeddings);

        Assert.Equal([0, 1, 3], model.Fitted);
        Assert.Equal(0, probabilities.Row(0)[2]);
        Assert.Equal(1, probabilities.Row(0).ToArray().Sum(), 1e-12);
    }

    [Fact]
    public void Fit_of_a_single_class_predicts_it()
    {
        var embeddings = new Matrix<float>([1, 2], 2, 1);

        LogisticModel model =
            LogisticRegression.FitMultinomial(embeddings, LabelRows.Single([1, 1], 3), [1]).Single();

        Assert.Equal([0, 1, 0], model.Probabilities(embeddings).Row(0).ToArray());
    }

    [Fact]
    public void OneVersusRest_keeps_labels_that_all_rows_agree_on_as_constants()
    {
        Matrix<float> embeddings = Numbers.Normal<float>(4, 3, 5);
        var labels = LabelRows.Of([[0, 2], [2], [2], [0, 2]], 3);

        LogisticModel model = LogisticRegression.FitOneVersusRest(embeddings, labels, [1]).Single();

        Assert.Equal([0], model.Fitted);
        Assert.Equal([0, 1], model.Probabilities(embeddings).Row(1)[1..].ToArray());
    }

    [Fact]
    public void Probabilities_of_a_row_do_not_depend_on_its_company()
    {
        Matrix<float> embeddings = Numbers.Normal<float>(70, 6, 6);
        LogisticModel model = LogisticRegression.FitMultinomial(embeddings, Cyclic(70, 3), [1]).Single();

        Matrix<double> together = model.Probabilities(embeddings);

        for (int row = 0; row < embeddings.Rows; row++)
        {
            Matrix<double> alone = model.Probabilities(embeddings.View.Slice(row, 1));
            Assert.Equal(together.Row(row).ToArray(), alone.Values.ToArray());
        }
    }

    [Fact]
    public void Fit_refuses_what_is_no_problem()
    {
        Matrix<float> embeddings = Numbers.Normal<float>(2, 2, 7);
        LabelRows labels = Cyclic(2, 2);

        Assert.Throws<ArgumentException>(() => LogisticRegression.FitMultinomial(embeddings, labels, [0]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.FitMultinomial(embeddings, Cyclic(3, 2), [1]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.FitMultinomial(new(0, 2), Cyclic(0, 2), [1]));
        Assert.Throws<ArgumentException>(
            () => LogisticRegression.FitMultinomial(embeddings, LabelRows.Of([[0], [0, 1]], 2), [1]));
        Assert.Throws<NonFiniteException>(
            () => LogisticRegression.FitMultinomial(new([1, float.NaN], 2, 1), labels, [1]));
    }

    private static LabelRows Cyclic(int rows, int classes) =>
        LabelRows.Single([.. Enumerable.Range(0, rows).Select(row => row % classes)], classes);

    private static LabelRows Several(int rows, int classes) =>
        LabelRows.Of([.. Enumerable.Range(0, rows).Select(row => new[] { row % classes, row * 7 % 3 })], classes);

    /// <summary>The greatest component of the gradient, in plain loops.</summary>
    private static double Steepest(Matrix<float> embeddings, LabelRows labels, LogisticModel model)
    {
        Matrix<double> probabilities = model.Probabilities(embeddings);
        double steepest = 0;
        for (int column = 0; column < model.Fitted.Count; column++)
        {
            int label = model.Fitted[column];
            double[] gradient = [.. model.Map.Weights.Row(column), 0];
            for (int row = 0; row < embeddings.Rows; row++)
            {
                double residual = probabilities.Row(row)[label] - (labels.Has(row, label) ? 1 : 0);
                for (int k = 0; k < embeddings.Columns; k++)
                {
                    gradient[k] += model.C * residual * embeddings.Row(row)[k];
                }

                gradient[^1] += model.C * residual;
            }

            steepest = Math.Max(steepest, gradient.Max(Math.Abs));
        }

        return steepest;
    }
}
