using System.Globalization;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Stages;

/// <summary>Truth and scores to metrics: what <c>clipper metrics</c> does.</summary>
/// <param name="Truth">Labels of every row.</param>
/// <param name="Scores">Scores of every row.</param>
/// <param name="Threshold">A class is predicted where score ≥ this. Null: the arg-max class where every row has exactly
/// one label, else 0.5.</param>
public sealed record MetricsStage(LabelRows Truth, ScoreTable<double> Scores, double? Threshold)
{
    private const double UsualThreshold = 0.5;

    /// <summary>Whether every row has exactly one label.</summary>
    public bool IsSingleLabel { get; } = Enumerable.Range(0, Truth.Rows).All(row => Truth.Row(row).Length == 1);

    /// <summary>How predictions are made from scores, in words.</summary>
    public string Decision => IsArgMax
        ? "arg-max"
        : string.Create(CultureInfo.InvariantCulture, $"score >= {Threshold ?? UsualThreshold:R}");

    private double Compared => Scores.IsSingle ? (float)(Threshold ?? UsualThreshold) : Threshold ?? UsualThreshold;

    private bool IsArgMax => Threshold is null && IsSingleLabel;

    /// <summary>Every metric that applies, in the catalogue's order.</summary>
    public IReadOnlyList<MetricValue> Compute()
    {
        Metric[] applicable = [.. MetricCatalog.All.Where(metric => IsSingleLabel || !metric.SingleLabelOnly)];
        Metric[] ranking = [.. applicable.Where(metric => metric.Basis == MetricBasis.Ranking)];
        Metric[] decision = [.. applicable.Where(metric => metric.Basis == MetricBasis.Decision)];
        double[] ranked = MetricEvaluator.Rank(ranking, Truth, Scores.Scores);
        double[] decided = IsArgMax
            ? MetricEvaluator.Decide(decision, Truth, Scores.Scores)
            : MetricEvaluator.Sweep(decision, Truth, Scores.Scores, [Compared])[0];
        Dictionary<string, double> values = ranking.Zip(ranked).Concat(decision.Zip(decided))
            .ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
        return [.. applicable.Select(metric => new MetricValue(metric, values[metric.Name], Reason(metric, values)))];
    }

    private string? Reason(Metric metric, Dictionary<string, double> values)
    {
        if (!double.IsNaN(values[metric.Name]))
        {
            return null;
        }

        string? why = metric.Basis == MetricBasis.Ranking
            ? MetricEvaluator.WhyUndefined(metric, Truth, Scores.Scores)
            : null;
        return why ?? "there is nothing to average over";
    }
}
