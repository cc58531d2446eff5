using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Metrics;

namespace Clipper.Benchmarks.Metrics;

/// <summary>Ranking metrics of one episode, against sorting (score, truth) pairs class by class.</summary>
[Description("Ranking metrics of an episode")]
public class RankingBenchmarks : ICountedWork
{
    private static readonly Metric[] s_metrics = [.. MetricCatalog.All.Where(m => m.Basis == MetricBasis.Ranking)];

    private EpisodeData _data = new(1, 1);

    /// <summary>5 ways with 15 queries each, 20 ways with as many.</summary>
    public static IEnumerable<EpisodeShape> Shapes => [new(75, 5), new(300, 20)];

    [ParamsSource(nameof(Shapes))]
    public EpisodeShape Shape { get; set; } = new(1, 1);

    /// <summary>Makes the episode.</summary>
    [GlobalSetup]
    public void Setup() => _data = new(Shape.Queries, Shape.Ways);

    /// <summary>Average precision by sorting pairs of score and truth; scores without ties only.</summary>
    [Benchmark(Baseline = true)]
    public double MapBySortedPairs()
    {
        var scores = new float[Shape.Queries];
        var truth = new bool[Shape.Queries];
        double sum = 0;
        for (int c = 0; c < Shape.Ways; c++)
        {
            for (int row = 0; row < Shape.Queries; row++)
            {
                scores[row] = _data.Scores.Row(row)[c];
                truth[row] = _data.Truth.Has(row, c);
            }

            Array.Sort(scores, truth);
            sum += OfSorted(truth);
        }

        return sum / Shape.Ways;
    }

    /// <summary>Average precision as runs compute it.</summary>
    [Benchmark]
    public double Map() => AveragePrecision.Average<float>(_data.Truth, _data.Scores, Averaging.Macro);

    /// <summary>Area under the ROC curve.</summary>
    [Benchmark]
    public double RocAucMacro() => RocAuc.Average<float>(_data.Truth, _data.Scores, Averaging.Macro);

    /// <summary>All ranking metrics of the catalogue.</summary>
    [Benchmark]
    public double[] All() => MetricEvaluator.Rank(s_metrics, _data.Truth, _data.Scores);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) =>
        new(1, "episodes", Bytes: (double)Shape.Queries * Shape.Ways * (sizeof(float) + 1));

    private static double OfSorted(bool[] truth)
    {
        double sum = 0;
        int hits = 0;
        for (int i = truth.Length - 1; i >= 0; i--)
        {
            if (truth[i])
            {
                hits++;
                sum += (double)hits / (truth.Length - i);
            }
        }

        return sum / hits;
    }
}
