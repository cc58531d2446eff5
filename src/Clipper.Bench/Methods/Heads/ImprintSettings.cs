using Clipper.Bench.Configuration;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Imprinting, perhaps with training and augmentation: <c>wi</c> or <c>mwi</c> (PROTOCOL 5.1, 5.2,
/// 7).</summary>
/// <param name="Imprint">wi or mwi.</param>
/// <param name="Label">Its name in tables.</param>
/// <param name="Thresholds">mwi: decision thresholds in (0, 1), ascending; where it names none, those of the
/// protocol (Q18). wi decides by arg-max and has none.</param>
public sealed record ImprintSettings(HeadKind Imprint, string Label, IReadOnlyList<double> Thresholds)
    : MethodSettings(Label)
{
    private const int BlockOfReference = 5;

    /// <inheritdoc />
    public override string Kind => Imprint == HeadKind.Wi ? "wi" : "mwi";

    /// <inheritdoc />
    public override string Head => Kind;

    /// <summary>How it is trained after imprinting; null = not at all.</summary>
    public TrainPlan? Train { get; init; }

    /// <summary>Copies of the support.</summary>
    public Augmentation Augment { get; init; } = Augmentation.None;

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options
    {
        get
        {
            var options = new List<KeyValuePair<string, string>>();
            if (Imprint == HeadKind.Mwi)
            {
                options.Add(new("thresholds", YamlText.List(Thresholds)));
            }

            if (Train is not null)
            {
                options.Add(new("train", Train.Yaml));
            }

            if (Augment.Kind != AugmentationKind.None)
            {
                options.Add(new("augment", Augment.Yaml));
            }

            return options;
        }
    }

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => Thresholds.Count > 1 || Train?.Epochs.Count > 1;

    /// <inheritdoc />
    public override MethodSettings Under(FewShotProtocol protocol) =>
        Imprint == HeadKind.Mwi && Thresholds.Count == 0
            ? this with { Thresholds = Decision.ThresholdsUnder(protocol.Quirks) }
            : this;

    /// <summary>How often a support row is repeated in training: the number of its exact copies.</summary>
    internal int Repeats => Augment.Kind == AugmentationKind.Trivial ? Augment.Copies : 0;

    internal override IMethod Create(MethodContext context) =>
        new ImprintMethod(InBlocks(context), context.Dataset, SupportCopies.Of(Augment, context));

    // What the method itself says stands.
    private ImprintSettings InBlocks(MethodContext context) =>
        Train is { Settings.RenormalizeEvery: 0 } plan
        && context.Protocol.Quirks.Follows(QuirkCatalog.Blocks)
        && context.Dataset.Split('-')[0] is "coco" or "imaterialist"
            ? this with { Train = plan with { Settings = plan.Settings with { RenormalizeEvery = BlockOfReference } } }
            : this;
}
