namespace Clipper.Bench.Reports.Plots;

/// <summary>A figure and its picture.</summary>
/// <param name="Figure">What it shows.</param>
/// <param name="Svg">The picture as SVG.</param>
public sealed record DrawnFigure(Figure Figure, string Svg)
{
    /// <summary>The picture as PNG.</summary>
    public ReadOnlyMemory<byte> Png { get; init; }

    /// <summary>Its SVG file, relative to the page; empty where it has none.</summary>
    public string File { get; init; } = "";

    /// <summary>The CSV file of its numbers, relative to the page; empty where it has none.</summary>
    public string Data { get; init; } = "";
}
