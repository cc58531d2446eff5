using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>Where a resolved value was written: walks the nodes that were read along with the resolved ones.</summary>
internal sealed class ValueOrigin
{
    private const string Default = "default";

    private static readonly string[] _sizes = ["ways", "shots", "queries"];

    private readonly ConfigNode? _node;
    private readonly string _text;

    private ValueOrigin(ConfigNode? node, string text = "")
    {
        _node = node;
        _text = text;
    }

    /// <summary>The origin of a key of an experiment.</summary>
    public static ValueOrigin Below(ConfigNode root, string key) => new((root as MapNode)?.Find(key)?.Value);

    /// <summary>The origin of an item of a list, which may be written as a single value.</summary>
    public ValueOrigin Item(int index)
    {
        IReadOnlyList<ConfigNode> items = NodeEditor.ItemsOf(_node);
        return new ValueOrigin(index < items.Count ? items[index] : null);
    }

    /// <summary>The origin of a key whose resolved value is <paramref name="resolved"/>.</summary>
    public ValueOrigin Key(string key, ConfigNode resolved)
    {
        ValueOrigin origin = _node switch
        {
            // A data set's name alone; a method's kind alone.
            ScalarNode when key == DatasetReader.NameKey => new ValueOrigin(_node),
            MapNode map when map.Find(key) is { } entry => new ValueOrigin(entry.Value),
            MapNode map when key == ThresholdsReader.Key =>
                new ValueOrigin(map.Find(ThresholdsReader.SingleKey)?.Value),
            MapNode map when key == "settings" => OfSizes(map),
            _ => new ValueOrigin(null),
        };
        return key == MethodReader.LabelKey ? origin.WithSweep(resolved) : origin;
    }

    /// <summary><c>default</c>, or the place.</summary>
    public override string ToString() => _text.Length > 0 ? _text : _node?.Mark.ToString() ?? Default;

    private static ValueOrigin OfSizes(MapNode protocol)
    {
        IEnumerable<string> places =
            _sizes.Select(size => protocol.Find(size)).OfType<MapEntry>().Select(entry => entry.Value.Mark.ToString());
        return new ValueOrigin(null, string.Join(", ", places.Distinct()));
    }

    // A sweep adds to labels what it sets.
    private ValueOrigin WithSweep(ConfigNode resolved) =>
        resolved is ScalarNode label && label.Text.EndsWith(']') && label.Text != (_node as ScalarNode)?.Text
            ? new ValueOrigin(null, $"{this}, sweep")
            : this;
}
