using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>Reads <c>zero-shot</c>: templates, scale, names, thresholds.</summary>
internal sealed class ZeroShotKind : MethodKind
{
    private static readonly Key<PromptTemplates> _templates = new("templates", new TemplatesReader());
    private static readonly Key<LogitScale> _scale = new("scale", new LogitScaleReader());
    private static readonly Key<IReadOnlyList<double>> _thresholds = new("thresholds", new ThresholdsReader());

    private static readonly Key<ClassNaming> _names = new(
        "names",
        new ChoiceReader<ClassNaming>("naming", [("words", ClassNaming.Words), ("labels", ClassNaming.Labels)], []));

    /// <inheritdoc />
    public override string Name => "zero-shot";

    /// <inheritdoc />
    public override IReadOnlyList<string> Keys => [_templates.Name, _scale.Name, _names.Name, _thresholds.Name];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems) => new ZeroShotSettings(
        label,
        options.Optional(_templates, PromptTemplates.ByMode),
        options.Optional(_scale, LogitScale.ByMode),
        options.Optional(_names, ClassNaming.Words),
        options.Optional(_thresholds, []));
}
