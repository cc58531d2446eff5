namespace Clipper.Bench.Reports.Plots;

/// <summary>What a plot shows, before it is drawn.</summary>
/// <param name="Name">Name of its files, without ending.</param>
/// <param name="Title">What it shows, on what data and model.</param>
/// <param name="XLabel">The horizontal axis, with its unit.</param>
/// <param name="YLabel">The vertical axis, with its unit.</param>
/// <param name="Caption">What a reader must know: n, the meaning of error bars, how a threshold was chosen.</param>
/// <param name="Curves">Its lines.</param>
public sealed record Figure(
    string Name, string Title, string XLabel, string YLabel, string Caption, IReadOnlyList<Curve> Curves)
{
    /// <summary>Axes and caption, for readers who do not see the picture.</summary>
    public string Description => $"{YLabel} by {XLabel}. {Caption}".TrimEnd();

    /// <summary>Names of the places 0, 1, … of the horizontal axis; empty where it is a number line.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether points are joined by dotted lines, over categories too, as in the paper's figures.</summary>
    public bool IsDotted { get; init; }

    /// <summary>What a constant guess has at each place, where that is the same for all curves; null where it is not
    /// shown, or each curve has its own.</summary>
    public Curve? Floor { get; init; }

    /// <summary>Reference lines.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];
}
