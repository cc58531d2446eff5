using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a method: its kind, or a mapping of its kind to its options.</summary>
internal sealed class MethodReader : ValueReader<MethodSettings>
{
    private static readonly string[] _later = ["linear-probe", "zero-shot", "ridge", "ncm", "knn", "tip-adapter"];
    private static readonly string[] _laterOptions = ["train", "augment"];

    private static readonly ChoiceReader<HeadKind> _kinds =
        new("method", [("wi", HeadKind.Wi), ("mwi", HeadKind.Mwi)], _later);

    private static readonly Key<string> _label = new(
        "label", new TextValueReader("text without line breaks, at most 64 characters", IsLabel));

    private static readonly Key<IReadOnlyList<double>> _thresholds = new("thresholds", new ThresholdsReader());

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
                value = _kinds.TryRead(scalar, problems, out HeadKind head)
                    ? new MethodSettings(head, scalar.Text, DefaultThresholds(head))
                    : null;
                return value is not null;
            case MapNode { Entries: [MapEntry entry] }:
                value = _kinds.TryRead(entry.Key, problems, out head) ? ReadOptions(head, entry, problems) : null;
                return value is not null;
            default:
                problems.Add(node.Mark, $"{node.Kind} is not a method", Allowed);
                return false;
        }
    }

    private static MethodSettings? ReadOptions(HeadKind head, MapEntry entry, Problems problems)
    {
        string[] keys = head == HeadKind.Mwi ? [_label.Name, _thresholds.Name] : [_label.Name];
        Section? section = Section.Open(entry.Value, keys, _laterOptions, problems);
        return section is null
            ? null
            : new MethodSettings(
                head,
                section.Optional(_label, entry.Key.Text),
                head == HeadKind.Mwi ? section.Optional(_thresholds, ThresholdsReader.Default) : []);
    }

    private static IReadOnlyList<double> DefaultThresholds(HeadKind head) =>
        head == HeadKind.Mwi ? ThresholdsReader.Default : [];

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= 64 && text.Trim() == text && !text.Any(char.IsControl);
}
