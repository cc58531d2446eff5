using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Artefacts as figures: the paper's axes and series.</summary>
internal static class ArtefactFigure
{
    private const string FloorNote =
        "× in the colour of a data set: the better of two constant guesses there, all labels and no label.";

    /// <summary>A line a column; columns and rows without any value are not drawn, and the caption names
    /// them.</summary>
    /// <param name="grid">The values.</param>
    /// <param name="name">Name of its files.</param>
    /// <param name="floors">What a constant guess has in the place of each; empty where that is not drawn.</param>
    public static Figure Of(
        ArtefactGrid grid, string name, IReadOnlyList<IReadOnlyList<ArtefactValue>> floors)
    {
        bool isNumbers = grid.Places.All(place => place is not null);
        Curve[] curves =
        [
            .. from column in Enumerable.Range(0, grid.Columns.Count)
               let points = Points(grid, grid.Values, column)
               where points.Length > 0
               select new Curve(grid.Columns[column], points)
               {
                   Floors = floors.Count > 0 ? Points(grid, floors, column) : [],
               },
        ];
        string[] missing =
        [
            .. grid.Columns.Except(curves.Select(curve => curve.Label)),
            .. grid.Rows.Where((_, row) => curves.Length > 0 && grid.Values[row].All(value => value.Number is null)),
        ];
        string caption = string.Join(' ', Sentences(grid, missing, curves.Any(curve => curve.Floors.Count > 0)));
        return new Figure(name, grid.Caption, grid.Artefact.XLabel, grid.Artefact.YLabel, caption, curves)
        {
            Categories = isNumbers ? [] : grid.Rows,
            IsDotted = true,
        };
    }

    private static IEnumerable<string> Sentences(ArtefactGrid grid, string[] missing, bool hasFloors)
    {
        ReportedValue[] sources = [.. ArtefactTable.Sources(grid)];
        if (sources.Length > 0)
        {
            yield return FigureCaption.Of(
                sources, grid.Values.Any(row => row.Any(value => value.Ci95 is not null)));
        }

        if (hasFloors)
        {
            yield return FloorNote;
        }

        if (missing.Length > 0)
        {
            yield return $"Without values: {string.Join(", ", missing)}; the table says why.";
        }
    }

    private static CurvePoint[] Points(
        ArtefactGrid grid, IReadOnlyList<IReadOnlyList<ArtefactValue>> values, int column) =>
    [
        .. from row in Enumerable.Range(0, grid.Rows.Count)
           let value = values[row][column]
           where value.Number is not null
           select new CurvePoint(grid.Places[row] ?? row, value.Number ?? double.NaN, value.Ci95),
    ];
}
