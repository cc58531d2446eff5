using System.Numerics;

namespace Clipper.Core.Metrics;

/// <summary>Means of per-problem values, in problem order.</summary>
internal static class RankedAverages
{
    /// <summary>Plain mean.</summary>
    public static double Plain(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Mean weighted by the number of positives; 0 where there are none, as in sklearn.</summary>
    public static double BySupport<T>(RankedScores<T> ranked, ReadOnlySpan<double> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        long support = 0;
        for (int problem = 0; problem < values.Length; problem++)
        {
            int positives = ranked.Positives(problem).Length;
            sum += positives == 0 ? 0 : positives * values[problem];
            support += positives;
        }

        return support == 0 ? 0 : sum / support;
    }
}
