using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Imprinting;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Reads <c>mwi</c>: its thresholds, training and augmentation.</summary>
internal sealed class MwiKind : MethodKind
{
    private static readonly Key<IReadOnlyList<double>> _thresholds = new(
        ThresholdsReader.Key, new ThresholdsReader(), ThresholdsReader.Doc);
    private static readonly HeadOptions _options = new(TrainingLoss.BinaryCrossEntropy);

    /// <inheritdoc />
    public override string Name => "mwi";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys => [_thresholds, .. _options.Keys];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => _options.AddTo(
        new ImprintSettings(HeadKind.Mwi, label, options.Optional(_thresholds, [])), options);
}
