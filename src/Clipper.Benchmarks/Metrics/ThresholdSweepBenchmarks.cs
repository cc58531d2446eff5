using BenchmarkDotNet.Attributes;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;

namespace Clipper.Benchmarks.Metrics;

/// <summary>All decision metrics at the paper's 45 thresholds: one pass against one evaluation a threshold.</summary>
[MemoryDiagnoser]
public class ThresholdSweepBenchmarks
{
    private static readonly Metric[] s_metrics = [.. MetricCatalog.All.Where(m => m.Basis == MetricBasis.Decision)];

    private static readonly CountRatio[] s_ratios = [CountRatio.F1, CountRatio.Precision, CountRatio.Recall];

    private EpisodeData _data = new(1, 1);

    /// <summary>Samples of the episode.</summary>
    [Params(75, 300)]
    public int Queries { get; set; }

    /// <summary>Classes of the episode.</summary>
    [Params(5, 20)]
    public int Ways { get; set; }

    /// <summary>Makes the episode.</summary>
    [GlobalSetup]
    public void Setup() => _data = new(Queries, Ways);

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
}
