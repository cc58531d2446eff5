using Clipper.Bench.Methods.Floors;
using Clipper.Bench.Methods.Heads;
using Clipper.Bench.Methods.Probes;
using Clipper.Bench.Methods.TipAdapter;
using Clipper.Bench.Methods.ZeroShot;

namespace Clipper.Bench.Methods;

/// <summary>Every kind of method by name, in the order of the documentation.</summary>
internal static class MethodCatalog
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<MethodKind> All { get; } =
    [
        new WiKind(),
        new MwiKind(),
        new LinearProbeKind(),
        new RidgeKind(),
        new NearestMeanKind(),
        new NeighboursKind(),
        new ZeroShotKind(),
        new TipAdapterKind(),
        new ChanceKind(),
        new ConstantKind(),
    ];

    /// <summary>Names that later versions will know.</summary>
    public static IReadOnlyList<string> Later { get; } = [];

    /// <summary>Whether a kind looks at no image.</summary>
    public static bool IsFloor(string kind) => All.Any(each => each.Name == kind && each.IsFloor);
}
