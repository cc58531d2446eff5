using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Methods.Probes;
using Clipper.Bench.Methods.ZeroShot;

namespace Clipper.Bench.Methods.TipAdapter;

/// <summary>Reads <c>tip-adapter</c>: its grids, and the options of zero-shot.</summary>
internal sealed class TipAdapterKind : MethodKind
{
    private static readonly ZeroShotKind _zeroShot = new();
    private static readonly Key<IReadOnlyList<decimal>> _alpha =
        Grid("alpha", "Weights of the cache beside zero-shot, a result each.");
    private static readonly Key<IReadOnlyList<decimal>> _beta =
        Grid("beta", "Sharpness of the cache's affinities, a result each.");

    /// <inheritdoc />
    public override string Name => "tip-adapter";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys => [_alpha, _beta, .. _zeroShot.Keys];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => new TipAdapterSettings(
        label,
        (ZeroShotSettings)_zeroShot.Read(options, label, problems),
        ProbeOptions.Ascending(options.Optional(_alpha, [0.1m, 0.3m, 1m, 3m, 10m, 30m])),
        ProbeOptions.Ascending(options.Optional(_beta, [1m, 3m, 5.5m, 10m, 20m])));

    private static Key<IReadOnlyList<decimal>> Grid(string name, string doc) => new(
        name,
        new OneOrManyReader<decimal>(new NumberReader(0m, 1_000m), number => YamlText.Of((double)number)),
        doc);
}
