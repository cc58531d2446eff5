using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Area under the ROC curve: the chance that a positive outranks a negative, ties counting one half (sklearn
/// <c>roc_auc_score</c> 1.2.1). Pairs are counted in integers, so the value is exact but for one rounding.</summary>
public static class RocAuc
{
    private const string Name = "ROC-AUC";

    /// <summary>Of one ranking, in [0, 1].</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">There are no positives or no negatives.</exception>
    public static double Binary<T>(ReadOnlySpan<bool> truth, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Defined(Of(RankedScores<T>.Of(truth, scores), 0));

    /// <summary>Of every class.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">A class has no positives or no negatives.</exception>
    public static double[] PerClass<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Array.ConvertAll(PerClassWhereDefined(truth, scores), Defined);

    /// <summary>Of every class; NaN for a class without positives or without negatives (not in sklearn).</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    public static double[] PerClassWhereDefined<T>(LabelRows truth, MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RankedScores<T>.Of(truth, scores, Averaging.Macro).Each(Of);

    /// <summary>Averaged. Weighted is 0 where nothing is true. One column is one binary problem whatever the
    /// average.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">A problem that is averaged has no positives or no
    /// negatives.</exception>
    public static double Average<T>(LabelRows truth, MatrixView<T> scores, Averaging averaging)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.RequireSamples(Name, scores.Values.Length);
        return Average(RankedScores<T>.Of(truth, scores, scores.Columns == 1 ? Averaging.Macro : averaging), averaging);
    }

    internal static double Average<T>(RankedScores<T> ranked, Averaging averaging)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] values = ranked.Each(Of);
        return averaging == Averaging.Weighted && ranked.Count > 1 && !HasPositives(ranked)
            ? 0
            : Average(ranked, Array.ConvertAll(values, Defined), averaging);
    }

    internal static double Defined(double value) => double.IsNaN(value)
        ? throw new UndefinedMetricException(Name, "the truth is constant: positives and negatives are both needed")
        : value;

    private static double Average<T>(RankedScores<T> ranked, double[] values, Averaging averaging)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        averaging == Averaging.Weighted ? RankedAverages.BySupport(ranked, values) : RankedAverages.Plain(values);

    private static bool HasPositives<T>(RankedScores<T> ranked)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool any = false;
        for (int problem = 0; problem < ranked.Count; problem++)
        {
            any |= !ranked.Positives(problem).IsEmpty;
        }

        return any;
    }

    // Twice the number of pairs won: 2 for each negative below a positive, 1 for each tie. 0/0 is NaN: undefined.
    private static double Of<T>(RankedScores<T> ranked, int problem)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> positives = ranked.Positives(problem);
        ReadOnlySpan<T> negatives = ranked.Negatives(problem);
        long wins = 0;
        int below = 0;
        int notAbove = 0;
        foreach (T score in positives)
        {
            while (below < negatives.Length && negatives[below] < score)
            {
                below++;
            }

            while (notAbove < negatives.Length && negatives[notAbove] <= score)
            {
                notAbove++;
            }

            wins += below + notAbove;
        }

        return wins / (2.0 * positives.Length * negatives.Length);
    }
}
