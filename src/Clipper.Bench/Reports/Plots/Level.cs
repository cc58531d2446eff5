namespace Clipper.Bench.Reports.Plots;

/// <summary>A horizontal reference line, such as chance.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Y">Its value.</param>
public sealed record Level(string Label, double Y);
