namespace Clipper.Bench.Reports.Plots;

/// <summary>The legend below a figure: in columns of one width as far as the longest name allows, long names on several
/// lines.</summary>
internal sealed class FigureLegend
{
    private const double Width = 390;
    private const double Mark = 35;
    private const double Letter = 6.8;
    private const int LineHeight = 17;
    private const int RowGap = 5;
    private const int Margin = 22;

    // Mark and name in one column.
    private const int LongestLine = (int)((Width - Mark) / Letter);

    /// <summary>Lays out the names of a figure's curves and levels.</summary>
    public FigureLegend(IEnumerable<string> names)
    {
        string[][] texts = [.. names.Where(name => name.Length > 0).Select(name => Lines(name).ToArray())];
        if (texts.Length > 0)
        {
            int longest = texts.Max(lines => lines.Max(line => line.Length));
            int columns = Math.Max(1, (int)(Width / (Mark + (longest * Letter))));
            int rows = (texts.Length + columns - 1) / columns;
            Height = Margin + (rows * ((texts.Max(lines => lines.Length) * LineHeight) + RowGap));
        }
    }

    /// <summary>Height in pixels; 0 without names.</summary>
    public int Height { get; }

    /// <summary>The name with line ends where it is too long for the width of a figure.</summary>
    public static string Wrap(string name) => string.Join('\n', Lines(name));

    // After the last space that leaves a line short enough; a word that is longer is cut.
    private static IEnumerable<string> Lines(string name)
    {
        string rest = name;
        while (rest.Length > LongestLine)
        {
            int end = rest.LastIndexOf(' ', LongestLine);
            yield return rest[..(end > 0 ? end : LongestLine)];
            rest = end > 0 ? rest[(end + 1)..] : rest[LongestLine..];
        }

        yield return rest;
    }
}
