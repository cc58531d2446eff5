using Clipper.Bench.Configuration;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>k nearest neighbours (<see cref="NearestNeighbours"/>).</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Ks">Numbers of neighbours, ascending: one result each. A number above the size of the support counts as
/// that.</param>
/// <param name="Weights">What a neighbour's vote counts.</param>
/// <param name="Distance">Between a query and a support row.</param>
/// <param name="Thresholds">Decision thresholds on multi-label data.</param>
public sealed record NeighboursSettings(
    string Label,
    IReadOnlyList<int> Ks,
    NeighbourWeights Weights,
    NeighbourDistance Distance,
    IReadOnlyList<double> Thresholds)
    : MethodSettings(Label)
{
    internal const string UniformName = "uniform";
    internal const string DistanceName = "distance";

    /// <inheritdoc />
    public override string Kind => "knn";

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
    [
        new("k", YamlText.List(Ks)),
        new("weights", Weights == NeighbourWeights.Uniform ? UniformName : DistanceName),
        new("distance", ProbeOptions.Name(Distance)),
        new("thresholds", YamlText.List(Thresholds)),
    ];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => Ks.Count > 1 || (isMultiLabel && Thresholds.Count > 1);

    internal override IMethod Create(MethodContext context) => new NeighboursProbe(this);
}
