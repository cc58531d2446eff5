namespace Clipper.Bench.Reports.Plots;

/// <summary>How much room a figure has for its texts, by the usual widths of letters: what does not fit is broken,
/// turned, thinned or written smaller.</summary>
/// <param name="title">The figure's title.</param>
/// <param name="width">Width of the picture in pixels.</param>
/// <param name="fontSize">Size of the ticks in pixels.</param>
internal sealed class FigureLayout(string title, int width, float fontSize)
{
    private const double Letter = 0.56;
    private const double BoldLetter = 0.62;
    private const double LeftMargin = 70;
    private const double RightMargin = 15;
    private const double AxisMargin = 57;
    private const double AxisHeight = 50;
    private const double Gap = 2;
    private const float Upright = -90;
    private const string Separator = " · ";

    private static readonly float[] _turns = [-35, -60];

    /// <summary>Width of the plot between the vertical axes in pixels.</summary>
    public double PlotWidth => width - LeftMargin - RightMargin;

    // The title stands above the middle of the plot and may reach the nearer edge of the picture.
    private double TitleWidth => PlotWidth + (2 * RightMargin);

    /// <summary>The title; one that is too long for a line goes on below at its last part, the model.</summary>
    /// <param name="largest">Its usual size in pixels.</param>
    public (string Text, float Size) TitleIn(float largest)
    {
        int end = title.LastIndexOf(Separator, StringComparison.Ordinal);
        string text = end > 0 && TitleSize(title.Length) < largest
            ? $"{title[..end]}\n{title[(end + Separator.Length)..]}"
            : title;
        return (text, (float)Math.Min(largest, TitleSize(text.Split('\n').Max(line => line.Length))));
    }

    /// <summary>Whether names side by side below the axis would run into one another.</summary>
    public bool IsCrowded(IReadOnlyCollection<string> names) =>
        names.Count * (names.Select(name => name.Length).DefaultIfEmpty(0).Max() + 1) * Letter * fontSize > PlotWidth;

    /// <summary>By how many degrees, clockwise, names below the axis are turned: none where they have room side by
    /// side, else as few as keep the first ones, which end at their places, inside the picture.</summary>
    public float TurnOf(IReadOnlyList<string> names) => IsCrowded(names)
        ? _turns.FirstOrDefault(turn => names.Index().All(IsInside(names.Count, turn)), Upright)
        : 0;

    /// <summary>Height in pixels that names below the axis take where they are turned.</summary>
    /// <param name="names">The names.</param>
    /// <param name="degrees">By how much, clockwise.</param>
    public double HeightOf(IReadOnlyCollection<string> names, float degrees) =>
        names.Select(name => name.Length).DefaultIfEmpty(0).Max() * Letter * fontSize
            * Math.Abs(Math.Sin(double.DegreesToRadians(degrees)));

    /// <summary>Height in pixels of the axis below the plot: ticks, names, turned where they must be, and
    /// title.</summary>
    public double AxisHeightOf(IReadOnlyList<string> names) => TurnOf(names) is var turn and not 0
        ? AxisHeight + HeightOf(names, turn) + Gap
        : AxisHeight;

    private Func<(int Place, string Name), bool> IsInside(int places, float degrees) => each =>
        each.Name.Length * Letter * fontSize * Math.Cos(double.DegreesToRadians(degrees))
            <= AxisMargin + ((each.Place + 0.5) / places * PlotWidth);

    private double TitleSize(int letters) => TitleWidth / (BoldLetter * Math.Max(1, letters));
}
