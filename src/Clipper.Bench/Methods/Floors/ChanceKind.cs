using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;

namespace Clipper.Bench.Methods.Floors;

/// <summary>Reads <c>chance</c>.</summary>
internal sealed class ChanceKind : MethodKind
{
    /// <inheritdoc />
    public override string Name => "chance";

    /// <inheritdoc />
    public override bool IsFloor => true;

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => new ChanceSettings(label);
}
