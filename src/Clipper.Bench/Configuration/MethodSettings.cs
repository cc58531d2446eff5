using Clipper.Core.Imprinting;

namespace Clipper.Bench.Configuration;

/// <summary>A method of an experiment.</summary>
/// <param name="Head">wi or mwi.</param>
/// <param name="Label">Its name in tables; distinct within an experiment.</param>
/// <param name="Thresholds">mwi: decision thresholds in (0, 1), ascending; wi decides by arg-max and has none.</param>
public sealed record MethodSettings(HeadKind Head, string Label, IReadOnlyList<double> Thresholds)
{
    /// <summary>Its kind in configuration and records: <c>wi</c> or <c>mwi</c>.</summary>
    public string Kind => Head == HeadKind.Wi ? "wi" : "mwi";
}
