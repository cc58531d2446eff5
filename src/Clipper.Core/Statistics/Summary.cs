namespace Clipper.Core.Statistics;

/// <summary>Mean over n values with the half width of the 95 % t-interval (NaN for n &lt; 2) and the sample standard deviation.</summary>
public readonly record struct Summary(double Mean, double Ci95, double Std, int N)
{
    /// <summary>Summarises <paramref name="values"/> in their order.</summary>
    public static Summary Of(ReadOnlySpan<double> values) => throw new NotImplementedException();
}
