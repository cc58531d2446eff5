namespace Clipper.Core.Statistics;

/// <summary>Two independent samples: are their means equal, whatever their variances? Welch's t-test
/// (<c>scipy.stats.ttest_ind(equal_var=False)</c>).</summary>
/// <param name="Difference">mean(a) − mean(b).</param>
/// <param name="Ci95">Half width of its 95 % t-interval; NaN where a sample has fewer than two values.</param>
/// <param name="T">Difference / √(sₐ²/nₐ + s_b²/n_b); ±∞ where both variances are 0 and the means differ.</param>
/// <param name="DegreesOfFreedom">Welch and Satterthwaite's; NaN where they are undefined.</param>
/// <param name="P">Two-sided p-value; NaN where a sample has fewer than two values.</param>
/// <param name="EffectSize">Cohen's d with the mean of both variances: Difference / √((sₐ² + s_b²)/2); NaN where it is
/// 0.</param>
/// <param name="N">The size of the smaller sample, without NaN.</param>
public readonly record struct WelchTest(
    double Difference, double Ci95, double T, double DegreesOfFreedom, double P, double EffectSize, int N)
{
    /// <summary>Tests a − b; NaN are left out on each side.</summary>
    public static WelchTest Of(IEnumerable<double> a, IEnumerable<double> b)
    {
        var first = Summary.Of([.. a.Where(value => !double.IsNaN(value))]);
        var second = Summary.Of([.. b.Where(value => !double.IsNaN(value))]);
        int n = Math.Min(first.N, second.N);
        double difference = first.Mean - second.Mean;
        if (n < 2)
        {
            return new WelchTest(difference, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, n);
        }

        double ofFirst = first.Std * first.Std / first.N;
        double ofSecond = second.Std * second.Std / second.N;
        double error = Math.Sqrt(ofFirst + ofSecond);
        if (error == 0)
        {
            double sure = difference == 0 ? 0 : difference / error;
            return new WelchTest(difference, 0, sure, double.NaN, difference == 0 ? 1 : 0, double.NaN, n);
        }

        double freedom = (ofFirst + ofSecond) * (ofFirst + ofSecond)
            / ((ofFirst * ofFirst / (first.N - 1)) + (ofSecond * ofSecond / (second.N - 1)));
        double t = difference / error;
        double pooled = Math.Sqrt(((first.Std * first.Std) + (second.Std * second.Std)) / 2);
        return new WelchTest(
            difference, StudentT.Quantile(0.975, freedom) * error, t, freedom, StudentT.TwoSided(t, freedom),
            difference / pooled, n);
    }
}
