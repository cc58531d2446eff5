using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Reads <c>mwi</c>: its thresholds.</summary>
internal sealed class MwiKind : MethodKind
{
    private static readonly Key<IReadOnlyList<double>> _thresholds = new("thresholds", new ThresholdsReader());

    /// <inheritdoc />
    public override string Name => "mwi";

    /// <inheritdoc />
    public override IReadOnlyList<string> Keys => [_thresholds.Name];

    /// <inheritdoc />
    public override IReadOnlyList<string> LaterKeys => ["train", "augment"];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) =>
        new ImprintSettings(HeadKind.Mwi, label, options.Optional(_thresholds, ThresholdsReader.Default));
}
