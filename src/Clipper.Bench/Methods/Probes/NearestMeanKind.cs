using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Reads <c>ncm</c>.</summary>
internal sealed class NearestMeanKind : MethodKind
{
    /// <inheritdoc />
    public override string Name => "ncm";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys => [ProbeOptions.Distance, ProbeOptions.Thresholds];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => new NearestMeanSettings(
        label,
        options.Optional(ProbeOptions.Distance, NeighbourDistance.Euclidean),
        options.Optional(ProbeOptions.Thresholds, ProbeOptions.DefaultThresholds));
}
