using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;

namespace Clipper.Benchmarks.Metrics;

/// <summary>All decision metrics at the paper's 45 thresholds: one pass against one evaluation a threshold.</summary>
[Description("All decision metrics at 45 thresholds")]
public class ThresholdSweepBenchmarks : ICountedWork
{
    private static readonly Metric[] s_metrics = [.. MetricCatalog.All.Where(m => m.Basis == MetricBasis.Decision)];

    private static readonly CountRatio[] s_ratios = [CountRatio.F1, CountRatio.Precision, CountRatio.Recall];

    private EpisodeData _data = new(1, 1);

    /// <summary>5 ways with 15 queries each, 20 ways with as many.</summary>
    public static IEnumerable<EpisodeShape> Shapes => [new(75, 5), new(300, 20)];

    [ParamsSource(nameof(Shapes))]
    public EpisodeShape Shape { get; set; } = new(1, 1);

    /// <summary>Makes the episode.</summary>
    [GlobalSetup]
    public void Setup() => _data = new(Shape.Queries, Shape.Ways);

    /// <summary>The obvious way: predictions at each threshold, then the definitions.</summary>
    [Benchmark(Baseline = true)]
    public double DefinitionsPerThreshold()
    {
        double sum = 0;
        foreach (float threshold in ThresholdGrid.Paper.Singles)
        {
            LabelRows predicted = Predictions.AtLeast<float>(_data.Scores, threshold);
            sum += MultiLabelAccuracy.Hamming(_data.Truth, predicted)
                + MultiLabelAccuracy.Subset(_data.Truth, predicted)
                + MultiLabelCounts.Average(CountRatio.Jaccard, _data.Truth, predicted, Averaging.Samples);
            ClassCounts[] classes = MultiLabelCounts.PerClass(_data.Truth, predicted);
            foreach (CountRatio ratio in s_ratios)
            {
                sum += CountAverages.Micro(ratio, classes) + CountAverages.Macro(ratio, classes);
            }
        }

        return sum;
    }

    /// <summary>The sweep's own code, called for one threshold at a time.</summary>
    [Benchmark]
    public double SweepPerThreshold()
    {
        double sum = 0;
        foreach (float threshold in ThresholdGrid.Paper.Singles)
        {
            sum += MetricEvaluator.Sweep(s_metrics, _data.Truth, _data.Scores, [threshold])[0][0];
        }

        return sum;
    }

    /// <summary>What runs do.</summary>
    [Benchmark]
    public double[][] OnePass() =>
        MetricEvaluator.Sweep(s_metrics, _data.Truth, _data.Scores, ThresholdGrid.Paper.Singles);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(
        1, "episodes",
        Bytes: (double)Shape.Queries * Shape.Ways * (sizeof(float) + 1),
        Operations: (double)Shape.Queries * Shape.Ways * ThresholdGrid.Paper.Singles.Length);
}
