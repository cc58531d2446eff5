using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Methods;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a method: its kind, or a mapping of its kind to its options.</summary>
internal sealed class MethodReader : ValueReader<MethodSettings>
{
    private static readonly ChoiceReader<MethodKind> _kinds = new(
        "method", [.. MethodCatalog.All.Select(kind => (kind.Name, kind))], MethodCatalog.Later);

    private static readonly Key<string> _label = new(
        "label", new TextValueReader("text without line breaks, at most 64 characters", IsLabel));

    /// <inheritdoc />
    public override string Allowed => $"{_kinds.Allowed}, or a mapping of one of them to its options";

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out MethodSettings value)
    {
        value = null;
        switch (node)
        {
            case UnresolvedNode:
                return false;
            case ScalarNode scalar:
                value = _kinds.TryRead(scalar, problems, out MethodKind? kind)
                    ? kind.Read(Section.Empty(scalar.Mark, problems), scalar.Text, problems)
                    : null;
                return value is not null;
            case MapNode { Entries: [MapEntry entry] }:
                value = _kinds.TryRead(entry.Key, problems, out kind) ? ReadOptions(kind, entry, problems) : null;
                return value is not null;
            default:
                problems.Add(node.Mark, $"{node.Kind} is not a method", Allowed);
                return false;
        }
    }

    private static MethodSettings? ReadOptions(MethodKind kind, MapEntry entry, Problems problems)
    {
        Section? section = Section.Open(entry.Value, [_label.Name, .. kind.Keys], kind.LaterKeys, problems);
        return section is null ? null : kind.Read(section, section.Optional(_label, entry.Key.Text), problems);
    }

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= 64 && text.Trim() == text && !text.Any(char.IsControl);
}
