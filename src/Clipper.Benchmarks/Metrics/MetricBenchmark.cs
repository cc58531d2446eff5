using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Metrics;

namespace Clipper.Benchmarks.Metrics;

/// <summary>Every metric of the catalogue by itself, on an episode of 300 queries and 20 ways: ranking metrics on the
/// scores, decision metrics at the paper's 45 thresholds.</summary>
[Description("Each metric, 300 queries and 20 ways; decision metrics at 45 thresholds")]
public class MetricBenchmark : ICountedWork
{
    private const int Queries = 300;
    private const int Ways = 20;

    private EpisodeData _data = new(1, 1);
    private Metric[] _metrics = [];

    /// <summary>All metrics.</summary>
    public static IEnumerable<string> Names => MetricCatalog.All.Select(metric => metric.Name);

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _data = new EpisodeData(Queries, Ways);
        _metrics = [.. MetricCatalog.All.Where(metric => metric.Name == Name)];
    }

    [Benchmark]
    public double Value() => _metrics[0].Basis == MetricBasis.Ranking
        ? MetricEvaluator.Rank(_metrics, _data.Truth, _data.Scores)[0]
        : MetricEvaluator.Sweep(_metrics, _data.Truth, _data.Scores, ThresholdGrid.Paper.Singles)[0][0];

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(1, "values", Bytes: (double)Queries * Ways * (sizeof(float) + 1));
}
