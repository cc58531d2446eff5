using Clipper.Core.Statistics;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>The test of a difference between two means, paired or not.</summary>
/// <param name="Difference">b − a.</param>
/// <param name="Ci95">Half width of its 95 % t-interval; NaN for n &lt; 2.</param>
/// <param name="T">The t statistic.</param>
/// <param name="P">Two-sided p-value; NaN for n &lt; 2.</param>
/// <param name="EffectSize">Cohen's d: of the paired differences, or with the mean of both variances.</param>
/// <param name="N">Pairs, or episodes of the smaller side, where the metric is defined.</param>
public sealed record MeanTest(double Difference, double Ci95, double T, double P, double EffectSize, int N)
{
    /// <summary>Degrees of freedom of <see cref="T"/>; NaN where they are undefined.</summary>
    public double DegreesOfFreedom { get; init; } = double.NaN;

    /// <summary>Compares episode by episode; both sides have the same episodes.</summary>
    public static MeanTest Paired(double[] a, double[] b)
    {
        var test = PairedTest.Of(b, a);
        return new MeanTest(test.Difference, test.Ci95, test.T, test.P, test.EffectSize, test.N)
        {
            DegreesOfFreedom = Math.Max(0, test.N - 1),
        };
    }

    /// <summary>Compares the means of two sets of episodes that have nothing to do with each other.</summary>
    public static MeanTest Unpaired(double[] a, double[] b)
    {
        var test = WelchTest.Of(b, a);
        return new MeanTest(test.Difference, test.Ci95, test.T, test.P, test.EffectSize, test.N)
        {
            DegreesOfFreedom = test.DegreesOfFreedom,
        };
    }
}
