using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Artefacts as figures: the paper's axes and series.</summary>
internal static class ArtefactFigure
{
    /// <summary>A line a column; columns without any value are not drawn, and the caption names them.</summary>
    public static Figure Of(ArtefactGrid grid, string name)
    {
        bool isNumbers = grid.Places.All(place => place is not null);
        Curve[] curves =
        [
            .. from column in Enumerable.Range(0, grid.Columns.Count)
               let points = Points(grid, column)
               where points.Length > 0
               select new Curve(grid.Columns[column], points),
        ];
        string[] missing = [.. grid.Columns.Except(curves.Select(curve => curve.Label))];
        string absent = missing.Length > 0 ? $" Without values: {string.Join(", ", missing)}." : "";
        ReportedValue[] sources = [.. ArtefactTable.Sources(grid)];
        string caption = sources.Length > 0 ? FigureCaption.Of(sources) : "";
        return new Figure(name, grid.Caption, grid.Artefact.XLabel, grid.Artefact.YLabel, caption + absent, curves)
        {
            Categories = isNumbers ? [] : grid.Rows,
            IsDotted = true,
        };
    }

    private static CurvePoint[] Points(ArtefactGrid grid, int column) =>
    [
        .. from row in Enumerable.Range(0, grid.Rows.Count)
           let value = grid.Values[row][column]
           where value.Number is not null
           select new CurvePoint(grid.Places[row] ?? row, value.Number ?? double.NaN, value.Ci95),
    ];
}
