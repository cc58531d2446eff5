namespace Clipper.Bench.Reports.Plots;

/// <summary>A line of a figure.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Points">Its values, x ascending.</param>
public sealed record Curve(string Label, IReadOnlyList<CurvePoint> Points)
{
    /// <summary>What it shows, which has the same look in all figures; its name, unless that has more in it.</summary>
    public string Subject { get; init; } = Label;

    /// <summary>Number of its colour and marker.</summary>
    public int Style { get; init; }

    /// <summary>What a constant guess has at these places; empty where that is not shown.</summary>
    public IReadOnlyList<CurvePoint> Floors { get; init; } = [];
}
