using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

/// <summary>Corners of the definitions that the golden cases need not visit.</summary>
public sealed class DefinitionTests
{
    [Fact]
    public void Confusion_matrix_sorts_strings_by_ordinal()
    {
        string[] labels = ["b", "B", "a", "ä"];

        Assert.Equal(["B", "a", "b", "ä"], ConfusionMatrix<string>.Of(labels, labels).Labels);
    }

    [Fact]
    public void Confusion_matrix_refuses_a_label_that_is_not_listed()
    {
        var thrown = Assert.Throws<ArgumentException>(() => ConfusionMatrix<int>.Of([1, 2], [1, 1], [1, 3]));

        Assert.Contains("'2'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Top_k_of_two_columns_is_undefined_as_in_sklearn_but_its_hits_are_not()
    {
        var scores = new Matrix<double>([0.2, 0.8, 0.5, 0.5], 2, 2);

        Assert.Throws<UndefinedMetricException>(() => TopKAccuracy.Of<double>([1, 0], scores, 1));
        Assert.Equal(1, TopKAccuracy.Hits<double>([1, 0], scores, 1));
    }

    [Fact]
    public void Top_k_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TopKAccuracy.Hits<double>([0], new Matrix<double>(1, 3), 0));

    [Fact]
    public void Multi_class_roc_auc_needs_rows_that_sum_to_one()
    {
        var scores = new Matrix<double>([0.5, 0.2, 0.1, 0.1, 0.8, 0.1, 0.1, 0.1, 0.8], 3, 3);

        var thrown = Assert.Throws<UndefinedMetricException>(
            () => MultiClassRocAuc.OneVersusRest<double>([0, 1, 2], scores));

        Assert.Contains("row 0", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Label_without_a_column_is_refused()
    {
        var thrown = Assert.Throws<ArgumentException>(() => LogLoss.Of<double>([3], new Matrix<double>(1, 3)));

        Assert.Contains("Label 3", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Positive_and_negative_zero_are_one_score()
    {
        Assert.Equal(0.5, RocAuc.Binary<float>([true, false], [-0f, 0f]));
        Assert.Equal(0.5, AveragePrecision.Binary<float>([true, false], [-0f, 0f]));
    }

    [Fact]
    public void Confidence_on_a_bin_edge_belongs_to_the_lower_bin()
    {
        var truth = LabelRows.Of([[0], []], 1);

        var calibration = Calibration.Binary<double>(truth, new Matrix<double>([0.5, 0.0], 2, 1), 2);

        Assert.Equal(2, calibration.Bins[0].Count);
    }

    [Theory]
    [InlineData(CountRatio.Precision, 0, 1)]
    [InlineData(CountRatio.Recall, 0, 1)]
    [InlineData(CountRatio.F1, 0, 1)]
    [InlineData(CountRatio.Jaccard, 0, 1)]
    [InlineData(CountRatio.Precision, 2, 0)]
    [InlineData(CountRatio.Recall, 2, 1)]
    [InlineData(CountRatio.F1, 2, 0)]
    [InlineData(CountRatio.Jaccard, 2, 0)]
    public void Weighted_average_without_truth_follows_zero_division(CountRatio ratio, int predicted, double expected)
    {
        ClassCounts[] counts = [new(0, predicted, 0, 5 - predicted), new(0, predicted, 0, 5 - predicted)];

        Assert.Equal(expected, CountAverages.Weighted(ratio, counts, zeroDivision: 1));
        Assert.Equal(0, CountAverages.Weighted(ratio, counts));
    }

    [Fact]
    public void No_samples_are_undefined()
    {
        var none = LabelRows.Of([], 2);
        var scores = new Matrix<float>(0, 2);

        Assert.Throws<UndefinedMetricException>(() => MultiLabelAccuracy.Hamming(none, none));
        Assert.Throws<UndefinedMetricException>(() => MultiLabelAccuracy.Subset(none, none));
        Assert.Throws<UndefinedMetricException>(
            () => MultiLabelCounts.Average(CountRatio.F1, none, none, Averaging.Micro));
        Assert.Throws<UndefinedMetricException>(() => AveragePrecision.Average<float>(none, scores, Averaging.Macro));
        Assert.Throws<UndefinedMetricException>(() => RocAuc.Average<float>(none, scores, Averaging.Weighted));
        Assert.Throws<UndefinedMetricException>(() => Calibration.TopOne<float>([], scores));
        Assert.Throws<UndefinedMetricException>(() => ConfusionMatrix<int>.Of([], []).Accuracy);
    }
}
