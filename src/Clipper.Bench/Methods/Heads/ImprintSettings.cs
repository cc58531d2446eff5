using Clipper.Bench.Configuration;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Imprinting without training: <c>wi</c> or <c>mwi</c> (PROTOCOL 5.1).</summary>
/// <param name="Imprint">wi or mwi.</param>
/// <param name="Label">Its name in tables.</param>
/// <param name="Thresholds">mwi: decision thresholds in (0, 1), ascending; wi decides by arg-max and has none.</param>
public sealed record ImprintSettings(HeadKind Imprint, string Label, IReadOnlyList<double> Thresholds)
    : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => Imprint == HeadKind.Wi ? "wi" : "mwi";

    /// <inheritdoc />
    public override string Head => Kind;

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
        Imprint == HeadKind.Wi ? [] : [new("thresholds", YamlText.List(Thresholds))];

    internal override IMethod Create(MethodContext context) => new ImprintMethod(
        Imprint, Imprint == HeadKind.Wi ? Decision.ArgMax : Decision.At(Thresholds));
}
