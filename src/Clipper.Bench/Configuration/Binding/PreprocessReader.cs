using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>preprocess</c>: in which order an image is resized and becomes RGB.</summary>
internal sealed class PreprocessReader : ValueReader<PreprocessChoice>
{
    private static readonly Key<PreprocessChoice> _order = new(
        "order",
        new ChoiceReader<PreprocessChoice>(
            "order", [.. PreprocessChoice.All.Select(choice => (choice.Name, choice))], []),
        "Resize first (openai), RGB first (hf), or as each model was trained.");

    private static readonly SectionKey[] _keys = [_order];

    /// <inheritdoc />
    public override string Allowed => $"a mapping with key {_order.Name}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Section(_keys);

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out PreprocessChoice value)
    {
        Section? section = Section.Open(node, _keys, [], problems);
        value = section?.Optional(_order, PreprocessChoice.ByModel);
        return value is not null;
    }
}
