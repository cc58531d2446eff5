namespace Clipper.Bench.Reports.Plots;

/// <summary>Gives what has one name the same colour and marker in all figures of a folder.</summary>
internal static class FigureStyles
{
    /// <summary>The figures, each curve with its number of colour and marker: that of its name, in the order in which
    /// names first occur, unless another curve of the figure has that colour and a free one is left.</summary>
    /// <param name="figures">In the order in which they are shown.</param>
    /// <param name="colors">How many colours there are; numbers go round.</param>
    public static IReadOnlyList<Figure> Alike(IReadOnlyList<Figure> figures, int colors)
    {
        string[] names = [.. figures.SelectMany(figure => figure.Curves).Select(curve => curve.Subject).Distinct()];
        return [.. figures.Select(figure => figure with { Curves = Styled(figure.Curves, names, colors) })];
    }

    private static Curve[] Styled(IReadOnlyList<Curve> curves, string[] names, int colors)
    {
        var taken = new HashSet<int>();
        return [.. curves.Select(curve => curve with { Style = Free(Array.IndexOf(names, curve.Subject)) })];

        int Free(int wanted)
        {
            int style = wanted;
            while (!taken.Add(style % colors) && taken.Count < colors)
            {
                style++;
            }

            return style;
        }
    }
}
