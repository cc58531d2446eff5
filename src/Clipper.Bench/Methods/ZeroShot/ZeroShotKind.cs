using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>Reads <c>zero-shot</c>: templates, scale, names, thresholds.</summary>
internal sealed class ZeroShotKind : MethodKind
{
    private static readonly Key<PromptTemplates> _templates = new(
        "templates", new TemplatesReader(), "Prompts with {} in the place of the class name, or a set of them.");
    private static readonly Key<LogitScale> _scale = new(
        "scale", new LogitScaleReader(), "What cosines are multiplied by before the softmax.");
    private static readonly Key<IReadOnlyList<double>> _thresholds = new(
        ThresholdsReader.Key, new ThresholdsReader(), ThresholdsReader.Doc);

    private static readonly Key<ClassNaming> _names = new(
        "names",
        new ChoiceReader<ClassNaming>("naming", [("words", ClassNaming.Words), ("labels", ClassNaming.Labels)], []),
        "Class names in words, or labels as they are.");

    /// <inheritdoc />
    public override string Name => "zero-shot";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys => [_templates, _scale, _names, _thresholds];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => new ZeroShotSettings(
        label,
        options.Optional(_templates, PromptTemplates.ByMode),
        options.Optional(_scale, LogitScale.ByMode),
        options.Optional(_names, ClassNaming.Words),
        options.Optional(_thresholds, []));
}
