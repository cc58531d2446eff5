using System.Globalization;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>How the results of tests are written for people: one rounding rule for all tables.</summary>
internal static class TestText
{
    private const double LeastShown = 0.0001;

    /// <summary>A difference and the half width of its interval.</summary>
    public static string Difference(double difference, double ci95) =>
        double.IsNaN(difference) ? "–" : new SummaryValue(difference, double.IsNaN(ci95) ? null : ci95).ToString();

    /// <summary>A p-value.</summary>
    public static string P(double p) => p < LeastShown ? "< 0.0001" : Rounded(p, "0.0000");

    /// <summary>An effect size.</summary>
    public static string Effect(double effect) => Rounded(effect, "0.00;-0.00;0.00");

    /// <summary>A number for CSV files, unrounded; empty where it is undefined.</summary>
    public static string Unrounded(double number) => double.IsNaN(number) ? "" : TableFile.Text(number);

    private static string Rounded(double number, string format) =>
        double.IsNaN(number) ? "–" : number.ToString(format, CultureInfo.InvariantCulture);
}
