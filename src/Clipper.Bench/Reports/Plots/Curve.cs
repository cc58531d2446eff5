namespace Clipper.Bench.Reports.Plots;

/// <summary>A line of a figure.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Points">Its values, x ascending.</param>
public sealed record Curve(string Label, IReadOnlyList<CurvePoint> Points);
