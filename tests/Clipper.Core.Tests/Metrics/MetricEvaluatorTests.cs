using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

public sealed class MetricEvaluatorTests
{
    private static readonly Metric[] s_rankings = [.. MetricCatalog.All.Where(m => m.Basis == MetricBasis.Ranking)];
    private static readonly Metric[] s_decisions = [.. MetricCatalog.All.Where(m => m.Basis == MetricBasis.Decision)];

    [Fact]
    public void Rank_accuracy_takes_the_lowest_index_on_ties_and_top1_the_highest()
    {
        var truth = LabelRows.Single([0, 2], 3);
        var scores = new Matrix<float>([0.4f, 0.2f, 0.4f, 0.3f, 0.1f, 0.3f], 2, 3);

        double[] values = MetricEvaluator.Rank(Named("accuracy", "top1_accuracy"), truth, scores);

        Assert.Equal([0.5, 0.5], values);
        Assert.Equal([1.0], MetricEvaluator.Rank(Named("accuracy"), LabelRows.Single([0, 0], 3), scores));
        Assert.Equal([1.0], MetricEvaluator.Rank(Named("top1_accuracy"), LabelRows.Single([2, 2], 3), scores));
    }

    [Fact]
    public void Decide_on_single_labels_gives_the_identities_of_the_protocol()
    {
        var truth = LabelRows.Single([0, 1, 2, 3, 0], 4);
        var scores = new Matrix<float>(5, 4);
        foreach ((int row, int c) in ((int, int)[])[(0, 0), (1, 1), (2, 3), (3, 3), (4, 2)])
        {
            scores.Row(row)[c] = 1;
        }

        double[] values = MetricEvaluator.Decide(
            Named("o_f1", "o_precision", "o_recall", "subset_accuracy", "c_accuracy", "hamming"), truth, scores);

        Assert.Equal([0.6, 0.6, 0.6, 0.6], values[..4]);
        Assert.Equal(1 - (2 * 0.4 / 4), values[4], 15);
        Assert.Equal(0.2, values[5], 15);
    }

    [Fact]
    public void Decide_takes_the_lowest_index_on_ties()
    {
        double[] values = MetricEvaluator.Decide(
            Named("subset_accuracy"), LabelRows.Single([0, 1], 2), new Matrix<float>(2, 2));

        Assert.Equal([0.5], values);
    }

    [Fact]
    public void Double_scores_are_not_rounded_to_float32()
    {
        var truth = LabelRows.Single([0, 1, 1], 2);
        double next = Math.BitIncrement(0.6);
        var scores = new Matrix<double>([next, 0.4, 0.4, 0.6, 0.6, next], 3, 2);

        Assert.Equal([1.0], MetricEvaluator.Rank(Named("accuracy"), truth, scores));
        Assert.Equal([1.0], MetricEvaluator.Decide(Named("subset_accuracy"), truth, scores));
        Assert.Equal([2.0 / 3], MetricEvaluator.Sweep(Named("o_recall"), truth, scores, [next])[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Nan_score_is_refused_with_its_row_and_column(int place)
    {
        var truth = LabelRows.Single([0, 1, 0], 2);
        var scores = new Matrix<float>(3, 2);
        scores.Values[place] = float.NaN;

        foreach (Action act in (Action[])
            [
                () => MetricEvaluator.Rank(s_rankings, truth, scores),
                () => MetricEvaluator.Decide(s_decisions, truth, scores),
                () => MetricEvaluator.Sweep(s_decisions, truth, scores, [0.5f]),
            ])
        {
            var thrown = Assert.Throws<ScoreException>(act);
            Assert.Equal((place / 2, place % 2, 2), (thrown.Row, thrown.Column, thrown.ExitCode));
            Assert.Contains($"row {place / 2}, column {place % 2}", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Scores_of_another_shape_are_refused()
    {
        var thrown = Assert.Throws<ArgumentException>(
            () => MetricEvaluator.Rank(s_rankings, LabelRows.Single([0, 1], 2), new Matrix<float>(2, 3)));

        Assert.Contains("2×2", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("2×3", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_samples_leave_every_metric_nan()
    {
        var truth = LabelRows.Of([], 3);
        var scores = new Matrix<float>(0, 3);

        Assert.All(MetricEvaluator.Rank(s_rankings, truth, scores), AssertNaN);
        Assert.All(MetricEvaluator.Decide(s_decisions, truth, scores), AssertNaN);
        Assert.All(MetricEvaluator.Sweep(s_decisions, truth, scores, [0.5f])[0], AssertNaN);
    }

    [Fact]
    public void No_classes_leave_every_metric_nan()
    {
        var truth = LabelRows.Of([[], []], 0);
        var scores = new Matrix<float>(2, 0);

        Assert.All(MetricEvaluator.Rank(s_rankings, truth, scores), AssertNaN);
        Assert.All(MetricEvaluator.Decide(s_decisions, truth, scores), AssertNaN);
        Assert.All(MetricEvaluator.Sweep(s_decisions, truth, scores, [0.5f])[0], AssertNaN);
    }

    [Fact]
    public void Single_label_metrics_are_nan_on_label_sets_and_the_others_are_not()
    {
        var truth = LabelRows.Of([[0, 1], [1], []], 2);
        var scores = new Matrix<float>([0.1f, 0.9f, 0.2f, 0.8f, 0.3f, 0.4f], 3, 2);

        double[] values = MetricEvaluator.Rank(s_rankings, truth, scores);

        for (int m = 0; m < values.Length; m++)
        {
            // A row without a label or with all has no ROC curve.
            bool isUndefined = s_rankings[m].SingleLabelOnly || s_rankings[m].Name == "roc_auc_samples";
            Assert.Equal(isUndefined, double.IsNaN(values[m]));
        }
    }

    [Fact]
    public void All_positive_class_leaves_roc_auc_nan_and_average_precision_one()
    {
        var truth = LabelRows.Of([[0], [0, 1]], 2);
        var scores = new Matrix<float>([0.1f, 0.2f, 0.3f, 0.4f], 2, 2);

        double[] values = MetricEvaluator.Rank(Named("roc_auc_macro", "roc_auc_micro", "map"), truth, scores);

        AssertNaN(values[0]);
        Assert.Equal([2.0 / 3, 1.0], values[1..]);
    }

    [Fact]
    public void Cosines_are_no_probabilities_so_calibration_is_nan()
    {
        var truth = LabelRows.Single([0, 1], 2);
        var scores = new Matrix<float>([0.5f, -0.5f, -1, 1], 2, 2);

        double[] values = MetricEvaluator.Rank(Named("ece", "ece_binary", "log_loss", "accuracy"), truth, scores);

        Assert.All(values[1..3], AssertNaN);
        Assert.Equal([0.25, 1], [values[0], values[3]]);
    }

    [Fact]
    public void One_column_is_a_binary_problem_as_in_sklearn()
    {
        var truth = LabelRows.Of([[0], [0], [], []], 1);
        var scores = new Matrix<float>([0.9f, 0.4f, 0.8f, 0.1f], 4, 1);

        double[] values = MetricEvaluator.Sweep(
            Named("jaccard", "o_f1", "c_recall", "hamming"), truth, scores, [0.5f])[0];

        AssertNaN(values[0]);
        Assert.Equal([0.5, 0.5, 0.5], values[1..]);
    }

    [Theory]
    [InlineData("hamming")]
    [InlineData("unheard_of")]
    public void Metric_of_the_wrong_basis_is_refused_by_name(string name)
    {
        var metric = new Metric(name, MetricBasis.Ranking, true, false, "");

        var thrown = Assert.Throws<ArgumentException>(
            () => MetricEvaluator.Rank([metric], LabelRows.Single([0], 2), new Matrix<float>(1, 2)));

        Assert.Contains(name, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Million_samples_finish()
    {
        const int rows = 1_000_000;
        var labels = new int[rows];
        var scores = new Matrix<float>(rows, 3);
        uint state = 1;
        for (int i = 0; i < scores.Values.Length; i++)
        {
            state = (state * 1664525) + 1013904223;
            scores.Values[i] = (state >> 8) / 16777216f;
            labels[i / 3] = (int)(state >> 30) % 3;
        }

        var truth = LabelRows.Single(labels, 3);

        Assert.DoesNotContain(double.NaN, MetricEvaluator.Rank(s_rankings, truth, scores));
        Assert.Equal(45, MetricEvaluator.Sweep(s_decisions, truth, scores, ThresholdGrid.Paper.Singles).Length);
    }

    private static Metric[] Named(params string[] names) => Array.ConvertAll(names, name => MetricCatalog.Find(name)!);

    private static void AssertNaN(double value) => Assert.Equal(double.NaN, value);
}
