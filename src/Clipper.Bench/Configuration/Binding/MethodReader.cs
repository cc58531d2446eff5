using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
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
        LabelKey, new TextValueReader($"text without line breaks, at most {LongestLabel} characters", IsLabel),
        "The name in tables; the kind where none is given.");

    private static readonly Key<decimal> _threshold = new(
        ThresholdsReader.SingleKey, ThresholdsReader.Threshold, "One of 'thresholds', for sweeps.");

    /// <inheritdoc />
    public override string Allowed => $"{_kinds.Allowed}, or a mapping of one of them to its options";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.AnyOf(_kinds.Schema, OneOfTheKinds());

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

    private static bool HasThresholds(MethodKind kind) => kind.Keys.Any(key => key.Name == ThresholdsReader.Key);

    private static JsonObject OneOfTheKinds()
    {
        var kinds = new JsonObject();
        foreach (MethodKind kind in MethodCatalog.All)
        {
            SectionKey[] single = HasThresholds(kind) ? [_threshold] : [];
            kinds.Add(kind.Name, Schemas.Section([_label, .. kind.Keys, .. single]));
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = kinds,
            ["additionalProperties"] = false,
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
        };
    }

    private static MethodSettings? ReadOptions(MethodKind kind, MapEntry entry, Problems problems)
    {
        ConfigNode options = HasThresholds(kind)
            ? WithSingleThreshold(entry.Value, problems)
            : entry.Value;
        Section? section = Section.Open(options, [_label, .. kind.Keys], kind.LaterKeys, problems);
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
