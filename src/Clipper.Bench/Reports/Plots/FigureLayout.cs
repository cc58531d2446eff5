namespace Clipper.Bench.Reports.Plots;

/// <summary>How much room a figure has for its texts, by the usual widths of letters: what does not fit is broken,
/// turned, thinned or written smaller.</summary>
/// <param name="figure">The figure.</param>
/// <param name="width">Width of the picture in pixels.</param>
/// <param name="fontSize">Size of legend and ticks in pixels.</param>
internal sealed class FigureLayout(Figure figure, int width, float fontSize)
{
    private const double Letter = 0.56;
    private const double BoldLetter = 0.62;
    private const double LeftMargin = 80;
    private const double LegendMargin = 85;
    private const string Separator = " · ";

    private readonly double _legend = LegendMargin + (Letter * fontSize * figure.Curves.Select(curve => curve.Label)
        .Concat(figure.Levels.Select(level => level.Label))
        .Select(label => label.Length)
        .DefaultIfEmpty(0)
        .Max());

    /// <summary>Width between the vertical axis and the legend in pixels.</summary>
    public double PlotWidth => width - LeftMargin - _legend;

    // The title stands above the middle of the plot and may reach the nearer edge of the picture.
    private double TitleWidth => (2 * LeftMargin) + PlotWidth;

    /// <summary>The title; one that is too long for a line goes on below at its last part, the model.</summary>
    /// <param name="largest">Its usual size in pixels.</param>
    public (string Text, float Size) Title(float largest)
    {
        int end = figure.Title.LastIndexOf(Separator, StringComparison.Ordinal);
        string text = end > 0 && TitleSize(figure.Title.Length) < largest
            ? $"{figure.Title[..end]}\n{figure.Title[(end + Separator.Length)..]}"
            : figure.Title;
        return (text, (float)Math.Min(largest, TitleSize(text.Split('\n').Max(line => line.Length))));
    }

    /// <summary>Whether names side by side below the axis would run into one another.</summary>
    public bool IsCrowded(IReadOnlyCollection<string> names) =>
        names.Count * (names.Select(name => name.Length).DefaultIfEmpty(0).Max() + 1) * Letter * fontSize > PlotWidth;

    private double TitleSize(int letters) => TitleWidth / (BoldLetter * Math.Max(1, letters));
}
