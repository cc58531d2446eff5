using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Reads <c>knn</c>.</summary>
internal sealed class NeighboursKind : MethodKind
{
    private static readonly Key<IReadOnlyList<int>> _k = new("k", new OneOrManyReader<int>(
        new IntegerReader(1, 10_000), number => number.ToString(CultureInfo.InvariantCulture)),
        "Neighbours, a result each.");

    private static readonly Key<NeighbourWeights> _weights = new("weights", new ChoiceReader<NeighbourWeights>(
        "weighting",
        [
            (NeighboursSettings.UniformName, NeighbourWeights.Uniform),
            (NeighboursSettings.DistanceName, NeighbourWeights.Distance),
        ],
        []), "Whether a vote counts by distance.");

    /// <inheritdoc />
    public override string Name => "knn";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys =>
        [_k, _weights, ProbeOptions.Distance, ProbeOptions.Thresholds];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => new NeighboursSettings(
        label,
        [.. options.Optional(_k, [1, 3, 5]).Order()],
        options.Optional(_weights, NeighbourWeights.Uniform),
        options.Optional(ProbeOptions.Distance, NeighbourDistance.Cosine),
        options.Optional(ProbeOptions.Thresholds, ProbeOptions.DefaultThresholds));
}
