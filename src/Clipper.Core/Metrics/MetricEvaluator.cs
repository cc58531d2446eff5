using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Computes metrics of one episode. Policy for undefined values: where the definition throws
/// <see cref="UndefinedMetricException"/> (no samples, a constant class for ROC-AUC, several labels for a single-label
/// metric, scores that are not probabilities for calibration) the value is NaN; everything else follows the
/// definitions.</summary>
public static class MetricEvaluator
{
    /// <summary>Values of ranking metrics, in the given order; NaN where undefined.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a metric is no ranking metric of the
    /// catalogue.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static double[] Rank(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores)
    {
        MetricInput.Check(truth, scores);
        var episode = new EpisodeScores(truth, scores);
        var values = new double[metrics.Count];
        for (int i = 0; i < values.Length; i++)
        {
            RankingRule rule = MetricCatalog.RankingRuleOf(metrics[i]);
            values[i] = HasCells(truth) ? OrNaN(rule, ref episode) : double.NaN;
        }

        return values;
    }

    /// <summary>Values of decision metrics at every threshold in one pass: result[threshold][metric], NaN where
    /// undefined. A class is predicted where score ≥ threshold, compared in float32 as the reference compares; a class
    /// that was never imprinted scores 0 and so is never predicted at a threshold above 0.</summary>
    /// <param name="metrics">Decision metrics.</param>
    /// <param name="truth">The labels.</param>
    /// <param name="scores">Scores [samples, classes].</param>
    /// <param name="thresholds">In any order; see <see cref="ThresholdGrid.Singles"/>.</param>
    /// <exception cref="ArgumentException">The shapes differ, a metric is no decision metric of the catalogue, or a
    /// threshold is NaN.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static double[][] Sweep(
        IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores, ReadOnlySpan<float> thresholds)
    {
        MetricInput.Check(truth, scores);
        float[] ascending = thresholds.ToArray();
        int[] places = [.. Enumerable.Range(0, ascending.Length)];
        Array.Sort(ascending, places);
        if (ascending.AsSpan().Contains(float.NaN))
        {
            throw new ArgumentException("A threshold is NaN.", nameof(thresholds));
        }

        DecisionTally[] tallies = ThresholdSweep.Run(truth, scores, ascending);
        var values = new double[tallies.Length][];
        for (int i = 0; i < tallies.Length; i++)
        {
            values[places[i]] = Values(metrics, tallies[i]);
        }

        return values;
    }

    /// <summary>Values of decision metrics when the single arg-max class (lowest index on ties) is predicted; NaN
    /// where undefined.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a metric is no decision metric of the
    /// catalogue.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static double[] Decide(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores)
    {
        MetricInput.Check(truth, scores);
        LabelRows predicted = HasCells(truth)
            ? LabelRows.Single(Predictions.ArgMax(scores), scores.Columns)
            : truth;
        return Values(metrics, DecisionTally.Of(truth, predicted));
    }

    private static double[] Values(IReadOnlyList<Metric> metrics, DecisionTally tally)
    {
        bool defined = tally is { Rows: > 0, Columns.Length: > 0 };
        var values = new double[metrics.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Func<DecisionTally, double> rule = MetricCatalog.DecisionRuleOf(metrics[i]);
            values[i] = defined ? rule(tally) : double.NaN;
        }

        return values;
    }

    private static bool HasCells(LabelRows truth) => truth is { Rows: > 0, Classes: > 0 };

    private static double OrNaN(RankingRule rule, ref EpisodeScores episode)
    {
        try
        {
            return rule(ref episode);
        }
        catch (UndefinedMetricException)
        {
            return double.NaN;
        }
    }
}
