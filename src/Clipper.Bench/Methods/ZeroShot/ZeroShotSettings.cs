using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>CLIP's zero-shot classifier: <c>zero-shot</c> (PROTOCOL 9.1).</summary>
/// <param name="Label">Its name in tables.</param>
/// <param name="Templates">What class names are put into.</param>
/// <param name="Scale">What cosines are multiplied by.</param>
/// <param name="Naming">What classes are called.</param>
/// <param name="Thresholds">Decision thresholds of multi-label data sets in (0, 1), ascending; where it names none,
/// those of the protocol.</param>
public sealed record ZeroShotSettings(
    string Label, PromptTemplates Templates, LogitScale Scale, ClassNaming Naming, IReadOnlyList<double> Thresholds)
    : MethodSettings(Label)
{
    /// <inheritdoc />
    public override string Kind => "zero-shot";

    /// <inheritdoc />
    public override bool UsesTexts => true;

    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<string, string>> Options =>
    [
        new("templates", Templates.Name.Length > 0 ? YamlText.Of(Templates.Name) : YamlText.List(Templates.Texts)),
        new("scale", Scale.Number is { } number ? YamlText.Of(number) : Scale.Name),
        new("names", Naming == ClassNaming.Words ? "words" : "labels"),
        new("thresholds", YamlText.List(Thresholds)),
    ];

    /// <inheritdoc />
    public override bool HasChoices(bool isMultiLabel) => isMultiLabel && Thresholds.Count > 1;

    /// <inheritdoc />
    public override MethodSettings Under(FewShotProtocol protocol) =>
        Thresholds.Count == 0 ? this with { Thresholds = Decision.ThresholdsUnder(protocol.Quirks) } : this;

    /// <inheritdoc />
    public override string? Obstacle(IDataset dataset) => dataset.HasWords || Naming == ClassNaming.Labels
        ? null
        : "the names of its classes say nothing in words; 'class-names' of the data set gives some, 'names: labels' of "
            + "the method takes the labels as they are";

    internal override IMethod Create(MethodContext context) => new ZeroShotMethod(
        context.Classes,
        ClassTexts.Weights(context, Templates.For(context.Protocol.Quirks), Naming),
        Scale.For(context.Protocol.Quirks, context.Model),
        context.IsMultiLabel,
        Decision.At(Thresholds));
}
