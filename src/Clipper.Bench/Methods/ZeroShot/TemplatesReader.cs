using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>Reads prompt templates: the name of a built-in set, a template, or a list of templates.</summary>
internal sealed class TemplatesReader : ValueReader<PromptTemplates>
{
    private static readonly OneOrManyReader<string> _templates = new(
        new TextValueReader("texts with {} once, in the place of the class name", PromptTemplates.IsTemplate),
        template => template);

    private static IEnumerable<string> Names => PromptTemplates.Sets.Select(set => set.Name);

    /// <inheritdoc />
    public override string Allowed => $"{string.Join(", ", Names)}, or {_templates.Allowed}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.AnyOf(
        Schemas.Names(Names), Schemas.Text(@"\{\}"), Schemas.List(Schemas.Text(@"\{\}")));

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out PromptTemplates value)
    {
        value = null;
        if (node is ScalarNode { IsNull: false } scalar && !PromptTemplates.IsTemplate(scalar.Text))
        {
            value = PromptTemplates.Sets.FirstOrDefault(set => set.Name == scalar.Text);
            if (value is null)
            {
                problems.Add(node.Mark, $"'{scalar.Text}' is neither a template nor the name of a set", Allowed);
            }
        }
        else if (_templates.TryRead(node, problems, out IReadOnlyList<string>? templates))
        {
            value = new PromptTemplates("", templates);
        }

        return value is not null;
    }
}
