using System.Collections.Concurrent;

namespace Clipper.Core.Statistics;

/// <summary>Mean over n values with the half width of the 95 % t-interval and the sample standard deviation.</summary>
/// <param name="Mean">Σx / n; NaN for n = 0.</param>
/// <param name="Ci95">t₀.₉₇₅,ₙ₋₁ · Std / √n, so that the interval is Mean ± Ci95; NaN for n &lt; 2.</param>
/// <param name="Std">√(Σ(x − Mean)² / (n − 1)); NaN for n &lt; 2.</param>
/// <param name="N">Number of values.</param>
public readonly record struct Summary(double Mean, double Ci95, double Std, int N)
{
    // Of n − 1 degrees of freedom. A quantile is found by bisection, and a cell has a thousand series of one length.
    private static readonly ConcurrentDictionary<int, double> s_quantiles = [];

    /// <summary>Summarises <paramref name="values"/> in their order. A NaN or an infinity among them makes all three
    /// figures NaN or infinite, as in NumPy.</summary>
    public static Summary Of(ReadOnlySpan<double> values)
    {
        int n = values.Length;
        double mean = CompensatedSum.Of(values) / n;
        if (n < 2)
        {
            return new Summary(mean, double.NaN, double.NaN, n);
        }

        double std = Math.Sqrt(SquaredDeviations(values, mean) / (n - 1));
        return new Summary(mean, Quantile(n - 1) * std / Math.Sqrt(n), std, n);
    }

    private static double Quantile(int degreesOfFreedom) =>
        s_quantiles.GetOrAdd(degreesOfFreedom, static degrees => StudentT.Quantile(0.975, degrees));

    /// <summary>Σ(x − mean)², less the part that the mean's own rounding adds (Chan, Golub and LeVeque 1983), so that
    /// equal values have deviation 0.</summary>
    private static double SquaredDeviations(ReadOnlySpan<double> values, double mean)
    {
        CompensatedSum squares = default;
        CompensatedSum residual = default;
        foreach (double value in values)
        {
            double deviation = value - mean;
            squares.Add(deviation * deviation);
            residual.Add(deviation);
        }

        double correction = residual.Value * residual.Value / values.Length;
        return Math.Max(0, squares.Value - correction);
    }
}
