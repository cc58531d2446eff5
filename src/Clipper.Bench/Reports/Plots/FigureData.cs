namespace Clipper.Bench.Reports.Plots;

/// <summary>Writes <c>plots/NAME.csv</c>: the numbers that a figure shows.</summary>
internal static class FigureData
{
    private static readonly string[] _columns = ["curve", "x", "mean", "ci95"];

    /// <summary>Writes one file a figure; reference lines have no x.</summary>
    /// <param name="folder">The folder of the plots.</param>
    /// <param name="figures">What is drawn.</param>
    public static void Write(string folder, IEnumerable<Figure> figures)
    {
        foreach (Figure figure in figures)
        {
            TableFile.WriteCsv(Path.Combine(folder, NameOf(figure)), _columns, Lines(figure));
        }
    }

    /// <summary>Name of a figure's file.</summary>
    public static string NameOf(Figure figure) => $"{figure.Name}.csv";

    private static IEnumerable<IReadOnlyList<string>> Lines(Figure figure) =>
    [
        .. from curve in figure.Curves
           from point in curve.Points
           select new[]
           {
               curve.Label, figure.Categories.Count > 0 ? figure.Categories[(int)point.X] : TableFile.Text(point.X),
               TableFile.Text(point.Mean), TableFile.Text(point.Ci95),
           },
        .. figure.Levels.Select(level => new[] { level.Label, "", TableFile.Text(level.Y), "" }),
    ];
}
