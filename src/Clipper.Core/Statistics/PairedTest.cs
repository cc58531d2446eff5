namespace Clipper.Core.Statistics;

/// <summary>Two methods on the same episodes: is the mean of their differences 0? Student's paired t-test
/// (<c>scipy.stats.ttest_rel</c>).</summary>
/// <param name="Difference">Mean of a − b over the pairs; the effect, in the metric's own unit.</param>
/// <param name="Ci95">Half width of its 95 % t-interval; NaN for n &lt; 2.</param>
/// <param name="T">Difference / (s / √n); ±∞ where all differences are equal and not 0, 0 where all are 0.</param>
/// <param name="P">Two-sided p-value with n − 1 degrees of freedom; NaN for n &lt; 2.</param>
/// <param name="EffectSize">Cohen's d of paired differences, Difference / s; NaN where s is 0 or n &lt; 2.</param>
/// <param name="N">Pairs in which both values are defined.</param>
public readonly record struct PairedTest(
    double Difference, double Ci95, double T, double P, double EffectSize, int N)
{
    /// <summary>Tests a − b over the pairs without a NaN.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static PairedTest Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"Pairs need as many values on both sides, got {a.Length} and {b.Length}.");
        }

        var differences = new List<double>(a.Length);
        for (int i = 0; i < a.Length; i++)
        {
            if (!double.IsNaN(a[i]) && !double.IsNaN(b[i]))
            {
                differences.Add(a[i] - b[i]);
            }
        }

        return Of(Summary.Of([.. differences]));
    }

    private static PairedTest Of(Summary summary)
    {
        if (summary.N < 2)
        {
            return new PairedTest(summary.Mean, double.NaN, double.NaN, double.NaN, double.NaN, summary.N);
        }

        double t = summary.Mean == 0 ? 0 : summary.Mean / (summary.Std / Math.Sqrt(summary.N));
        double effect = summary.Std > 0 ? summary.Mean / summary.Std : double.NaN;
        return new PairedTest(
            summary.Mean, summary.Ci95, t, StudentT.TwoSided(t, summary.N - 1), effect, summary.N);
    }
}
