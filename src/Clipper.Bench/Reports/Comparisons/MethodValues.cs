using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>A method's values in a group.</summary>
/// <param name="Value">What is reported.</param>
/// <param name="Draws">SHA-256 of the draws file.</param>
/// <param name="Episodes">One value an episode; NaN where the metric is undefined.</param>
internal sealed record MethodValues(ReportedValue Value, string Draws, double[] Episodes);
