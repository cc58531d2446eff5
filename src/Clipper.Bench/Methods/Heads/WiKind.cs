using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Reads <c>wi</c>.</summary>
internal sealed class WiKind : MethodKind
{
    /// <inheritdoc />
    public override string Name => "wi";

    /// <inheritdoc />
    public override IReadOnlyList<string> LaterKeys => ["train", "augment"];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) =>
        new ImprintSettings(HeadKind.Wi, label, []);
}
