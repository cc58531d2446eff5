using System.Globalization;

namespace Clipper.Bench.Reports;

/// <summary>A mean and the half width of its 95 % t-interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Ci95">Half width; null for fewer than two episodes.</param>
public sealed record SummaryValue(double Mean, double? Ci95)
{
    /// <summary><c>0.9123 ± 0.0031</c>; without an interval for fewer than two episodes.</summary>
    public override string ToString()
    {
        string mean = Mean.ToString("0.0000", CultureInfo.InvariantCulture);
        return Ci95 is { } half ? $"{mean} ± {half.ToString("0.0000", CultureInfo.InvariantCulture)}" : mean;
    }
}
