using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Methods;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a method: its kind, or a mapping of its kind to its options.</summary>
internal sealed class MethodReader : ValueReader<MethodSettings>
{
    /// <summary>The key of a method's name in tables.</summary>
    public const string LabelKey = "label";

    /// <summary>Most characters of a label.</summary>
    public const int LongestLabel = 120;

    private static readonly ChoiceReader<MethodKind> _kinds = new(
        "method", [.. MethodCatalog.All.Select(kind => (kind.Name, kind))], MethodCatalog.Later);

    private static readonly Key<string> _label = new(
        LabelKey, new TextValueReader($"text without line breaks, at most {LongestLabel} characters", IsLabel));

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
        ConfigNode options = kind.Keys.Contains(ThresholdsReader.Key)
            ? WithSingleThreshold(entry.Value, problems)
            : entry.Value;
        Section? section = Section.Open(options, [_label.Name, .. kind.Keys], kind.LaterKeys, problems);
        return section is null ? null : kind.Read(section, section.Optional(_label, entry.Key.Text), problems);
    }

    // 'threshold: 0.5' says the same as 'thresholds: 0.5'.
    private static ConfigNode WithSingleThreshold(ConfigNode options, Problems problems)
    {
        if (options is not MapNode map || map.Find(ThresholdsReader.SingleKey) is not { } single)
        {
            return options;
        }

        if (map.Find(ThresholdsReader.Key) is { } many)
        {
            problems.Add(
                single.Key.Mark, $"both '{single.Key.Text}' and '{many.Key.Text}' ({many.Key.Mark})", "one of them");
            return map with { Entries = [.. map.Entries.Where(entry => entry != single)] };
        }

        if (single.Value is ListNode or MapNode)
        {
            problems.Add(
                single.Value.Mark, $"{single.Value.Kind} is not one threshold",
                $"a number; '{ThresholdsReader.Key}' has several");
        }

        MapEntry renamed = single with { Key = single.Key with { Text = ThresholdsReader.Key } };
        return map with { Entries = [.. map.Entries.Select(entry => entry == single ? renamed : entry)] };
    }

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= LongestLabel && text.Trim() == text && !text.Any(char.IsControl);
}
