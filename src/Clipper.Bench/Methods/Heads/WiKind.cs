using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Imprinting;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Reads <c>wi</c>: its training and augmentation.</summary>
internal sealed class WiKind : MethodKind
{
    private static readonly HeadOptions _options = new(TrainingLoss.CategoricalCrossEntropy);

    /// <inheritdoc />
    public override string Name => "wi";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys => _options.Keys;

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) =>
        _options.AddTo(new ImprintSettings(HeadKind.Wi, label, []), options);
}
