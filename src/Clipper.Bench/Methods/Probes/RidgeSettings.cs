using Clipper.Bench.Configuration;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Ridge regression of label indicators (<see cref="RidgeRegression"/>).</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Lambdas">Penalties, ascending: one result each.</param>
/// <param name="Features">Scale of the embeddings.</param>
/// <param name="Thresholds">Decision thresholds on multi-label data.</param>
public sealed record RidgeSettings(
    string Label, IReadOnlyList<double> Lambdas, FeatureScale Features, IReadOnlyList<double> Thresholds)
    : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "ridge";

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
    [
        new("lambda", YamlText.List(Lambdas)),
        new("features", ProbeOptions.Name(Features)),
        new("thresholds", YamlText.List(Thresholds)),
    ];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => Lambdas.Count > 1 || (isMultiLabel && Thresholds.Count > 1);

    internal override IMethod Create(MethodContext context) => new RidgeProbe(this);
}
