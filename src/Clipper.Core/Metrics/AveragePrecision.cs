using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Average precision Σ (Rₙ − Rₙ₋₁)·Pₙ over the distinct scores, without interpolation (sklearn
/// <c>average_precision_score</c> 1.2.1). A problem without positives scores 0 and <b>is counted</b> in
/// averages.</summary>
public static class AveragePrecision
{
    private const string Name = "Average precision";

    /// <summary>Of one ranking, in [0, 1]; 0 without positives.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double Binary<T>(ReadOnlySpan<bool> truth, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.RequireSamples(Name, truth.Length);
        return Of(RankedScores<T>.Of(truth, scores), 0);
    }

    /// <summary>Of every class; 0 for a class without positives.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double[] PerClass<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.RequireSamples(Name, scores.Values.Length);
        return RankedScores<T>.Of(truth, scores, Averaging.Macro).Each(Of);
    }

    /// <summary>Averaged. Macro is the paper's <c>map</c>. Weighted is 0 where nothing is true. One column is one
    /// binary problem whatever the average.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double Average<T>(LabelRows truth, MatrixView<T> scores, Averaging averaging)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.RequireSamples(Name, scores.Values.Length);
        return Average(RankedScores<T>.Of(truth, scores, scores.Columns == 1 ? Averaging.Macro : averaging), averaging);
    }

    /// <summary>Mean over the classes that have positives, which a class without them leaves undisturbed; NaN where
    /// no class has any (not in sklearn).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static double MacroOverClassesWithPositives<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        MacroOverPositives(RankedScores<T>.Of(truth, scores, Averaging.Macro));

    internal static double Average<T>(RankedScores<T> ranked, Averaging averaging)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        averaging == Averaging.Weighted && ranked.Count > 1
            ? RankedAverages.BySupport(ranked, ranked.Each(Of))
            : RankedAverages.Plain(ranked.Each(Of));

    internal static double MacroOverPositives<T>(RankedScores<T> ranked)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        int classes = 0;
        for (int c = 0; c < ranked.Count; c++)
        {
            if (!ranked.Positives(c).IsEmpty)
            {
                sum += Of(ranked, c);
                classes++;
            }
        }

        return sum / classes;
    }

    // From the best score down; recall moves only at scores that positives have, so those alone are visited.
    private static double Of<T>(RankedScores<T> ranked, int problem)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> positives = ranked.Positives(problem);
        ReadOnlySpan<T> negatives = ranked.Negatives(problem);
        int nextNegative = negatives.Length - 1;
        double sum = 0;
        for (int next = positives.Length - 1; next >= 0;)
        {
            T score = positives[next];
            int before = next;
            while (next >= 0 && positives[next] == score)
            {
                next--;
            }

            while (nextNegative >= 0 && negatives[nextNegative] >= score)
            {
                nextNegative--;
            }

            double hits = positives.Length - 1 - next;
            double ahead = hits + negatives.Length - 1 - nextNegative;
            sum += (before - next) * (hits / ahead);
        }

        return positives.IsEmpty ? 0 : sum / positives.Length;
    }
}
