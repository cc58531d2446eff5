using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Artefacts as figures: the paper's axes and series.</summary>
internal static class ArtefactFigure
{
    private const string FloorNote =
        "× in the colour of a data set: the better of two constant guesses there, all labels and no label.";

    private const string CommonFloorNote = "×: the better of two constant guesses there, all labels and no label.";
    private const string FloorLabel = "constant guess (floor)";

    /// <summary>A line a column; columns and rows without any value are not drawn, and the caption names
    /// them.</summary>
    /// <param name="grid">The values.</param>
    /// <param name="name">Name of its files.</param>
    /// <param name="floors">What a constant guess has in the place of each, or in one column for all of a row where the
    /// rows are data sets.</param>
    public static Figure Of(
        ArtefactGrid grid, string name, IReadOnlyList<IReadOnlyList<ArtefactValue>> floors)
    {
        bool isNumbers = grid.Places.All(place => place is not null);
        bool isCommon = grid.Artefact.HasDatasetsAsRows;
        CurvePoint[] common = isCommon ? Points(grid, floors, 0) : [];
        Curve[] curves =
        [
            .. from column in Enumerable.Range(0, grid.Columns.Count)
               let points = Points(grid, grid.Values, column)
               where points.Length > 0
               select new Curve(grid.Columns[column], points)
               {
                   Floors = isCommon ? [] : Points(grid, floors, column),
               },
        ];
        string[] missing =
        [
            .. grid.Columns.Except(curves.Select(curve => curve.Label)),
            .. grid.Rows.Where((_, row) => curves.Length > 0 && grid.Values[row].All(value => value.Number is null)),
        ];
        string floorNote = common.Length > 0 ? CommonFloorNote
            : curves.Any(curve => curve.Floors.Count > 0) ? FloorNote
            : "";
        string caption = string.Join(' ', Sentences(grid, curves, floorNote, missing));
        return new Figure(name, grid.Caption, grid.Artefact.XLabel, grid.Artefact.YLabel, caption, curves)
        {
            Categories = isNumbers ? [] : grid.Rows,
            IsDotted = true,
            Floor = common.Length > 0 ? new Curve(FloorLabel, common) : null,
        };
    }

    private static IEnumerable<string> Sentences(
        ArtefactGrid grid, Curve[] curves, string floorNote, string[] missing)
    {
        ReportedValue[] sources = [.. ArtefactTable.Sources(grid)];
        if (sources.Length > 0)
        {
            yield return FigureCaption.Of(sources, curves);
        }

        if (floorNote.Length > 0)
        {
            yield return floorNote;
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
