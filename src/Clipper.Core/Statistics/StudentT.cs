using Distribution = MathNet.Numerics.Distributions.StudentT;

namespace Clipper.Core.Statistics;

/// <summary>Student's t distribution, for confidence intervals of means over few episodes.</summary>
public static class StudentT
{
    /// <summary>The value that a t variable stays below with probability <paramref name="probability"/>, e.g.
    /// 12.706 for 0.975 and one degree of freedom (<c>scipy.stats.t.ppf</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1), or there is no degree of
    /// freedom.</exception>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        return Distribution.InvCDF(location: 0, scale: 1, degreesOfFreedom, probability);
    }

    /// <summary>The probability that a t variable is at least as far from 0 as <paramref name="t"/>: the p-value of a
    /// two-sided test (<c>2 · scipy.stats.t.sf(|t|)</c>). 0 for an infinite t, NaN for NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not above 0.</exception>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        return double.IsInfinity(t) ? 0 : 2 * Distribution.CDF(location: 0, scale: 1, degreesOfFreedom, -Math.Abs(t));
    }
}
