using System.Numerics;

namespace Clipper.Core.Metrics;

/// <summary>Eleven-point interpolated average precision (PASCAL VOC 2007 to 2009): the mean over r = 0, 0.1 … 1 of the
/// greatest precision at a recall of at least r. Samples of equal score enter together. Not in sklearn; newer VOC
/// challenges and <see cref="AveragePrecision"/> use every point.</summary>
public static class InterpolatedPrecision
{
    private const int Steps = 10;

    /// <summary>Of one ranking, in [0, 1]; 0 without positives.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">There are no samples.</exception>
    public static double Binary<T>(ReadOnlySpan<bool> truth, ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.RequireSamples("Interpolated precision", truth.Length);
        return Of(RankedScores<T>.Of(truth, scores), 0);
    }

    /// <summary>Mean over all classes; a class without positives counts as 0.</summary>
    internal static double Macro<T>(RankedScores<T> ranked)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => RankedAverages.Plain(ranked.Each(Of));

    private static double Of<T>(RankedScores<T> ranked, int problem)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> positives = ranked.Positives(problem);
        if (positives.IsEmpty)
        {
            return 0;
        }

        // From the worst score up, so that the greatest precision of all recalls still to come is at hand.
        ReadOnlySpan<T> negatives = ranked.Negatives(problem);
        double best = 0;
        double sum = 0;
        int step = Steps;
        int worseNegatives = 0;
        for (int worse = 0; worse < positives.Length;)
        {
            T score = positives[worse];
            while (worseNegatives < negatives.Length && negatives[worseNegatives] < score)
            {
                worseNegatives++;
            }

            int hits = positives.Length - worse;
            best = Math.Max(best, hits / (double)(hits + negatives.Length - worseNegatives));
            while (worse < positives.Length && positives[worse] == score)
            {
                worse++;
            }

            // The next point has a recall of (positives − worse) / positives; steps above it are decided now.
            int next = positives.Length - worse;
            for (; step >= 0 && (long)step * positives.Length > (long)next * Steps; step--)
            {
                sum += best;
            }
        }

        return (sum + ((step + 1) * best)) / (Steps + 1);
    }
}
