using Clipper.Bench.Configuration;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>The linear probe proper: L2-regularised logistic regression (<see cref="LogisticRegression"/>).</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Cs">Weights of the loss, ascending: one result each.</param>
/// <param name="Features">Scale of the embeddings.</param>
/// <param name="Thresholds">Decision thresholds on multi-label data.</param>
public sealed record LogisticProbeSettings(
    string Label, IReadOnlyList<double> Cs, FeatureScale Features, IReadOnlyList<double> Thresholds)
    : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "linear-probe";

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
    [
        new("solver", "lbfgs"),
        new("c", YamlText.List(Cs)),
        new("features", ProbeOptions.Name(Features)),
        new("thresholds", YamlText.List(Thresholds)),
    ];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => Cs.Count > 1 || (isMultiLabel && Thresholds.Count > 1);

    internal override IMethod Create(MethodContext context) => new LogisticProbe(this);
}
