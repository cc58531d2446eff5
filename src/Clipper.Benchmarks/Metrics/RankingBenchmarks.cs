using BenchmarkDotNet.Attributes;
using Clipper.Core.Metrics;

namespace Clipper.Benchmarks.Metrics;

/// <summary>Ranking metrics of one episode, against sorting (score, truth) pairs class by class.</summary>
[MemoryDiagnoser]
public class RankingBenchmarks
{
    private static readonly Metric[] s_metrics = [.. MetricCatalog.All.Where(m => m.Basis == MetricBasis.Ranking)];

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

    /// <summary>Average precision by sorting pairs of score and truth; scores without ties only.</summary>
    [Benchmark(Baseline = true)]
    public double MapBySortedPairs()
    {
        var scores = new float[Queries];
        var truth = new bool[Queries];
        double sum = 0;
        for (int c = 0; c < Ways; c++)
        {
            for (int row = 0; row < Queries; row++)
            {
                scores[row] = _data.Scores.Row(row)[c];
                truth[row] = _data.Truth.Has(row, c);
            }

            Array.Sort(scores, truth);
            sum += OfSorted(truth);
        }

        return sum / Ways;
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
