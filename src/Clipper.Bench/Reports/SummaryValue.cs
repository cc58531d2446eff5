using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports;

/// <summary>A mean and the half width of its 95 % t-interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Ci95">Half width; null for fewer than two episodes.</param>
public sealed record SummaryValue(double Mean, double? Ci95)
{
    // The third part is for what rounds to 0, which has no sign.
    private const string Format = "0.0000;-0.0000;0.0000";

    /// <summary>The decision threshold; null where there is none.</summary>
    public double? Threshold { get; init; }

    /// <summary>Training epochs; null where there are none.</summary>
    public int? Epochs { get; init; }

    /// <summary>What threshold and epochs were chosen on.</summary>
    public ChoiceSource ChosenOn { get; init; }

    /// <summary><c>0.9123 ± 0.0031</c>; without an interval for fewer than two episodes.</summary>
    public override string ToString()
    {
        string mean = Mean.ToString(Format, CultureInfo.InvariantCulture);
        return Ci95 is { } half ? $"{mean} ± {half.ToString(Format, CultureInfo.InvariantCulture)}" : mean;
    }
}
