using Clipper.Bench.Configuration;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Nearest class mean (<see cref="NearestClassMean"/>).</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Distance">Between a query and a mean.</param>
/// <param name="Thresholds">Decision thresholds on multi-label data.</param>
public sealed record NearestMeanSettings(string Label, NeighbourDistance Distance, IReadOnlyList<double> Thresholds)
    : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "ncm";

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
        [new("distance", ProbeOptions.Name(Distance)), new("thresholds", YamlText.List(Thresholds))];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => isMultiLabel && Thresholds.Count > 1;

    internal override IMethod Create(MethodContext context) => new NearestMeanProbe(this);
}
