using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Plots;

/// <summary>A data set seen through a model: what one figure is about.</summary>
internal sealed record FigureSubject(string Dataset, string Variant, string Model)
{
    /// <summary>A figure about it.</summary>
    public Figure Figure(
        string name, string detail, string xLabel, string yLabel, string caption, IReadOnlyList<Curve> curves)
    {
        string data = Variant.Length > 0 ? $"{Dataset} {Variant}" : Dataset;
        string[] parts = [.. new[] { data, Model, detail }.Where(part => part.Length > 0)];
        string file = FileName.Of($"{data.Replace(' ', '-')}.{Model}.{name}");
        return new Figure(file, string.Join(" · ", parts), xLabel, yLabel, caption, curves);
    }
}
