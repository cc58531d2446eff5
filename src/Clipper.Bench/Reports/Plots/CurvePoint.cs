namespace Clipper.Bench.Reports.Plots;

/// <summary>A value of a curve.</summary>
/// <param name="X">Where; for categories their index from 0.</param>
/// <param name="Mean">Mean over episodes.</param>
/// <param name="Ci95">Half width of the 95 % t-interval; null for fewer than two episodes.</param>
public sealed record CurvePoint(double X, double Mean, double? Ci95);
