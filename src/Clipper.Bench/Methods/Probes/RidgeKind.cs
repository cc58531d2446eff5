using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Reads <c>ridge</c>.</summary>
internal sealed class RidgeKind : MethodKind
{
    private static readonly Key<IReadOnlyList<decimal>> _lambda = ProbeOptions.Penalties(
        "lambda", "The penalty, a result each.");

    /// <inheritdoc />
    public override string Name => "ridge";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys =>
        [_lambda, ProbeOptions.Features, ProbeOptions.Thresholds];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => new RidgeSettings(
        label,
        ProbeOptions.Ascending(options.Optional(_lambda, [0.01m, 0.1m, 1m, 10m])),
        options.Optional(ProbeOptions.Features, FeatureScale.Unit),
        options.Optional(ProbeOptions.Thresholds, ProbeOptions.DefaultThresholds));
}
