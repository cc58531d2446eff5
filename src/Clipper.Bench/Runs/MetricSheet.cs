using Clipper.Bench.Methods;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Runs;

/// <summary>Computes an experiment's metrics of one scoring, and turns the values of all episodes into
/// series.</summary>
internal sealed class MetricSheet
{
    private readonly IReadOnlyList<Metric> _ranking;
    private readonly IReadOnlyList<Metric> _decision;

    /// <summary>For the metrics that the data set allows; the others are left out.</summary>
    public MetricSheet(IReadOnlyList<Metric> metrics, bool isMultiLabel)
    {
        Metric[] allowed = [.. metrics.Where(metric => !(isMultiLabel && metric.SingleLabelOnly))];
        _ranking = [.. allowed.Where(metric => metric.Basis == MetricBasis.Ranking)];
        _decision = [.. allowed.Where(metric => metric.Basis == MetricBasis.Decision)];
    }

    /// <summary>All values of a scoring: ranking metrics, then decision metrics, threshold after threshold.</summary>
    public double[] Values(LabelRows truth, Scoring scoring)
    {
        double[] ranking = MetricEvaluator.Rank(_ranking, truth, scoring.Scores);
        if (_decision.Count == 0)
        {
            return ranking;
        }

        double[][] decision = scoring.Decision.IsArgMax
            ? [MetricEvaluator.Decide(_decision, truth, scoring.Scores)]
            : MetricEvaluator.Sweep(_decision, truth, scoring.Scores, scoring.Decision.Singles);
        return [.. ranking, .. decision.SelectMany(values => values)];
    }

    /// <summary>The same of predictions that no score and threshold could give, one for each threshold.</summary>
    public double[] Values(LabelRows truth, Matrix<float> scores, IReadOnlyList<LabelRows> predictions) =>
    [
        .. MetricEvaluator.Rank(_ranking, truth, scores),
        .. predictions.SelectMany(predicted => MetricEvaluator.Decide(_decision, truth, predicted)),
    ];

    /// <summary>The series of a cell, or of a step of its streams: ranking metrics, then decision metrics, each in the
    /// order of the experiment; of a metric condition after condition, in each threshold after threshold.</summary>
    /// <param name="step">Step of a stream; null elsewhere.</param>
    /// <param name="results">What the methods returned, in their order.</param>
    /// <param name="values">[result][episode] = <see cref="Values(LabelRows, Scoring)"/>.</param>
    public List<MetricSeries> Series(
        int? step,
        IReadOnlyList<(Condition Condition, Decision Decision)> results, IReadOnlyList<double[][]> values)
    {
        var series = new List<MetricSeries>();
        for (int i = 0; i < _ranking.Count; i++)
        {
            for (int r = 0; r < results.Count; r++)
            {
                series.Add(new(_ranking[i].Name, results[r].Condition, null, step, Column(values[r], i)));
            }
        }

        for (int i = 0; i < _decision.Count; i++)
        {
            for (int r = 0; r < results.Count; r++)
            {
                IReadOnlyList<double> thresholds = results[r].Decision.Thresholds;
                for (int t = 0; t < Math.Max(1, thresholds.Count); t++)
                {
                    double? threshold = thresholds.Count > 0 ? thresholds[t] : null;
                    double[] column = Column(values[r], _ranking.Count + (t * _decision.Count) + i);
                    series.Add(new(_decision[i].Name, results[r].Condition, threshold, step, column));
                }
            }
        }

        return series;
    }

    private static double[] Column(double[][] values, int index) => Array.ConvertAll(values, row => row[index]);
}
