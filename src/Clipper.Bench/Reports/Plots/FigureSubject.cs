using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Plots;

/// <summary>A data set seen through a model: what one figure is about.</summary>
internal sealed record FigureSubject(string Dataset, string Variant, string Model)
{
    // More cannot be told apart by colour, marker and line.
    private const int MostCurves = 12;

    /// <summary>A figure about it; of many curves the highest.</summary>
    public Figure Figure(
        string name, string detail, string xLabel, string yLabel, string caption, IReadOnlyList<Curve> curves)
    {
        string data = Variant.Length > 0 ? $"{Dataset} {Variant}" : Dataset;
        string[] parts = [.. new[] { data, Model, detail }.Where(part => part.Length > 0)];
        string file = FileName.Of($"{data.Replace(' ', '-')}.{Model}.{name}");
        IReadOnlyList<Curve> shown = HighestCurves(curves);
        string more = shown.Count == curves.Count ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $" The {shown.Count} of {curves.Count} curves with the highest means; records.csv has all.");
        return new Figure(file, string.Join(" · ", parts), xLabel, yLabel, caption + more, shown);
    }

    // In their own order.
    private static IReadOnlyList<Curve> HighestCurves(IReadOnlyList<Curve> curves) => curves.Count <= MostCurves
        ? curves
        :
        [
            .. curves.Index()
                .OrderByDescending(curve => curve.Item.Points.Average(point => point.Mean))
                .Take(MostCurves)
                .OrderBy(curve => curve.Index)
                .Select(curve => curve.Item),
        ];
}
