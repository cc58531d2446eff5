using System.Numerics;
using System.Numerics.Tensors;
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
        var wide = new double[scores.Values.Length];
        TensorPrimitives.ConvertTruncating(scores.Values, wide);
        return Rank(metrics, truth, new(wide, scores.Rows, scores.Columns), LogLoss.Epsilon<float>());
    }

    /// <inheritdoc cref="Rank(IReadOnlyList{Metric}, LabelRows, MatrixView{float})"/>
    public static double[] Rank(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<double> scores) =>
        Rank(metrics, truth, scores, LogLoss.Epsilon<double>());

    /// <summary>Why a ranking metric has no value on these data, in words; null where it has one.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or it is no ranking metric of the catalogue.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static string? WhyUndefined(Metric metric, LabelRows truth, MatrixView<double> scores)
    {
        MetricInput.Check(truth, scores);
        if (!HasCells(truth))
        {
            return "there are no samples";
        }

        try
        {
            var episode = new EpisodeScores(truth, scores, LogLoss.Epsilon<double>());
            MetricCatalog.RankingRuleOf(metric)(ref episode);
            return null;
        }
        catch (UndefinedMetricException undefined)
        {
            return undefined.Message;
        }
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
        IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores, ReadOnlySpan<float> thresholds) =>
        SweepIn(metrics, truth, scores, thresholds);

    /// <summary>The same with scores and thresholds compared in double.</summary>
    /// <inheritdoc cref="Sweep(IReadOnlyList{Metric}, LabelRows, MatrixView{float}, ReadOnlySpan{float})"/>
    public static double[][] Sweep(
        IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<double> scores, ReadOnlySpan<double> thresholds) =>
        SweepIn(metrics, truth, scores, thresholds);

    /// <summary>Values of decision metrics when the single arg-max class (lowest index on ties) is predicted; NaN
    /// where undefined.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a metric is no decision metric of the
    /// catalogue.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static double[] Decide(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores) =>
        DecideIn(metrics, truth, scores);

    /// <inheritdoc cref="Decide(IReadOnlyList{Metric}, LabelRows, MatrixView{float})"/>
    public static double[] Decide(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<double> scores) =>
        DecideIn(metrics, truth, scores);

    /// <summary>Values of decision metrics of given predictions; NaN where undefined.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a metric is no decision metric of the
    /// catalogue.</exception>
    public static double[] Decide(IReadOnlyList<Metric> metrics, LabelRows truth, LabelRows predicted)
    {
        MetricInput.Check(truth, predicted);
        return Values(metrics, DecisionTally.Of(truth, predicted));
    }

    private static double[] Rank(
        IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<double> scores, double epsilon)
    {
        MetricInput.Check(truth, scores);
        var episode = new EpisodeScores(truth, scores, epsilon);
        var values = new double[metrics.Count];
        for (int i = 0; i < values.Length; i++)
        {
            RankingRule rule = MetricCatalog.RankingRuleOf(metrics[i]);
            values[i] = HasCells(truth) ? OrNaN(rule, ref episode) : double.NaN;
        }

        return values;
    }

    private static double[][] SweepIn<T>(
        IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<T> scores, ReadOnlySpan<T> thresholds)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.Check(truth, scores);
        T[] ascending = thresholds.ToArray();
        if (Array.Exists(ascending, T.IsNaN))
        {
            throw new ArgumentException("A threshold is NaN.", nameof(thresholds));
        }

        int[] places = [.. Enumerable.Range(0, ascending.Length)];
        Array.Sort(ascending, places);
        DecisionTally[] tallies = ThresholdSweep<T>.Run(truth, scores, ascending);
        var values = new double[tallies.Length][];
        for (int i = 0; i < tallies.Length; i++)
        {
            values[places[i]] = Values(metrics, tallies[i]);
        }

        return values;
    }

    private static double[] DecideIn<T>(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
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
