using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

public sealed class ThresholdSweepTests
{
    private static readonly Metric[] s_decisions =
        [.. MetricCatalog.All.Where(metric => metric.Basis == MetricBasis.Decision)];

    [Fact]
    public void Sweep_has_the_bits_of_one_evaluation_a_threshold() => RandomCase.ForAll(
        RandomCase.MultiLabel,
        problem =>
        {
            ReadOnlySpan<float> thresholds = ThresholdGrid.Paper.Singles;
            DecisionTally[] sweep = ThresholdSweep<float>.Run(problem.LabelRows, problem.View, thresholds);

            for (int t = 0; t < thresholds.Length; t += 4)
            {
                AssertSameBits(Plain(problem, thresholds[t]), sweep[t]);
            }
        });

    [Fact]
    public void Sweep_equals_the_definitions() => RandomCase.ForAll(
        RandomCase.MultiLabel,
        problem =>
        {
            float[] thresholds = [0.5f, 0.3f, 0.3f, 0.6f];

            double[][] values = MetricEvaluator.Sweep(s_decisions, problem.LabelRows, problem.View, thresholds);

            for (int t = 0; t < thresholds.Length; t++)
            {
                AssertDefinitions(problem, thresholds[t], values[t]);
            }
        });

    [Fact]
    public void Sweep_keeps_the_order_of_its_thresholds()
    {
        var truth = LabelRows.Single([0, 1], 2);
        var scores = new Matrix<float>([0.6f, 0.4f, 0.2f, 0.5f], 2, 2);
        Metric[] recall = [MetricCatalog.Find("o_recall")!];

        double[][] values = MetricEvaluator.Sweep(recall, truth, scores, [0.55f, 0.7f, 0.5f]);

        Assert.Equal([0.5, 0.0, 1.0], values.Select(v => v[0]));
    }

    [Fact]
    public void Score_equal_to_the_rounded_threshold_is_predicted_and_the_next_below_is_not()
    {
        var truth = LabelRows.Single([0, 0], 2);
        foreach (float threshold in ThresholdGrid.Paper.Singles)
        {
            var scores = new Matrix<float>([threshold, 0, MathF.BitDecrement(threshold), 0], 2, 2);

            double[][] values = MetricEvaluator.Sweep(
                [MetricCatalog.Find("o_recall")!], truth, scores, ThresholdGrid.Paper.Singles);

            int place = ThresholdGrid.Paper.Singles.IndexOf(threshold);
            Assert.Equal(0.5, values[place][0]);
        }
    }

    [Fact]
    public void Class_with_score_zero_is_never_predicted_on_the_paper_grid()
    {
        var truth = LabelRows.Single([0, 1], 3);
        var scores = new Matrix<float>([0.7f, 0.3f, 0, 0.3f, 0.7f, 0], 2, 3);

        double[][] values = MetricEvaluator.Sweep(
            [MetricCatalog.Find("o_precision")!], truth, scores, ThresholdGrid.Paper.Singles);

        Assert.Equal(0.5, values[0][0]);
        Assert.Equal(1.0, values[^5][0]);
    }

    [Theory]
    [InlineData(new float[] { })]
    [InlineData(new[] { 0.5f })]
    [InlineData(new[] { float.NegativeInfinity, -1f, 0f, 1e-30f, 0.5f, 3e38f, float.PositiveInfinity })]
    [InlineData(new[] { 0.1f, 0.1f, 0.5f, 0.5f })]
    public void Uneven_and_unbounded_thresholds_equal_plain_evaluation(float[] thresholds)
    {
        float[] scores =
            [float.NegativeInfinity, -5, -1, -0f, 0, 1e-30f, 0.1f, 0.5f, 1, 3e38f, float.PositiveInfinity, 7];
        var problem = new RandomCase(4, 3, [.. scores.Select((_, i) => i % 5 < 2)], scores);

        DecisionTally[] sweep = ThresholdSweep<float>.Run(problem.LabelRows, problem.View, thresholds);

        Assert.Equal(thresholds.Length, sweep.Length);
        for (int t = 0; t < thresholds.Length; t++)
        {
            AssertSameBits(Plain(problem, thresholds[t]), sweep[t]);
        }
    }

    [Fact]
    public void Nan_threshold_is_refused()
    {
        var thrown = Assert.Throws<ArgumentException>(() => MetricEvaluator.Sweep(
            s_decisions, LabelRows.Single([0], 2), new Matrix<float>(1, 2), [0.5f, float.NaN]));

        Assert.Contains("NaN", thrown.Message, StringComparison.Ordinal);
    }

    private static DecisionTally Plain(RandomCase problem, float threshold) =>
        DecisionTally.Of(problem.LabelRows, Predictions.AtLeast(problem.View, threshold));

    private static void AssertSameBits(DecisionTally expected, DecisionTally actual)
    {
        Assert.Equal(expected.Columns, actual.Columns);
        Assert.Equal(expected.ExactRows, actual.ExactRows);
        Assert.Equal(expected.Rows, actual.Rows);
        if (expected.Columns.Length > 1)
        {
            Assert.Equal(Bits(expected.Samples), Bits(actual.Samples));
        }
    }

    private static void AssertDefinitions(RandomCase problem, float threshold, double[] values)
    {
        var truth = new bool[problem.Rows, problem.Classes];
        var predicted = new bool[problem.Rows, problem.Classes];
        foreach ((int row, int c) in NaiveMetrics.Cells(truth))
        {
            truth[row, c] = problem.Has(row, c);
            predicted[row, c] = problem.Score(row, c) >= threshold;
        }

        var expected = new Dictionary<string, double>
        {
            ["hamming"] = NaiveMetrics.Hamming(truth, predicted),
            ["c_accuracy"] = 1 - NaiveMetrics.Hamming(truth, predicted),
            ["subset_accuracy"] = NaiveMetrics.Subset(truth, predicted),
            ["jaccard"] = problem.Classes == 1 ? double.NaN : NaiveMetrics.Jaccard(truth, predicted),
        };
        if (problem.Classes > 1)
        {
            (expected["o_precision"], expected["o_recall"], expected["o_f1"]) =
                NaiveMetrics.Ratios(truth, predicted, NaiveMetrics.Cells(truth));
            (expected["c_precision"], expected["c_recall"], expected["c_f1"]) =
                NaiveMetrics.MacroRatios(truth, predicted);
            AddSampleAndWeighted(expected, problem.LabelRows, Predictions.AtLeast(problem.View, threshold));
        }

        for (int m = 0; m < s_decisions.Length; m++)
        {
            if (expected.TryGetValue(s_decisions[m].Name, out double value))
            {
                Assert.True(
                    Math.Abs(value - values[m]) <= 1e-12 || (double.IsNaN(value) && double.IsNaN(values[m])),
                    $"{s_decisions[m].Name} at {threshold}: expected {value}, got {values[m]}");
            }
        }
    }

    // The functions that golden numbers hold.
    private static void AddSampleAndWeighted(Dictionary<string, double> expected, LabelRows truth, LabelRows predicted)
    {
        (string Name, CountRatio Ratio)[] ratios =
            [("precision", CountRatio.Precision), ("recall", CountRatio.Recall), ("f1", CountRatio.F1)];
        foreach ((string name, CountRatio ratio) in ratios)
        {
            expected[$"s_{name}"] = MultiLabelCounts.Average(ratio, truth, predicted, Averaging.Samples);
            expected[$"w_{name}"] = MultiLabelCounts.Average(ratio, truth, predicted, Averaging.Weighted);
        }
    }

    private static long[] Bits(SampleSums sums) =>
        [.. Enum.GetValues<CountRatio>().Select(ratio => BitConverter.DoubleToInt64Bits(sums.Of(ratio)))];
}
