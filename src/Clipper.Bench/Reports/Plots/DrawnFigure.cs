namespace Clipper.Bench.Reports.Plots;

/// <summary>A figure and its picture.</summary>
/// <param name="Figure">What it shows.</param>
/// <param name="Svg">The picture as SVG.</param>
public sealed record DrawnFigure(Figure Figure, string Svg);
