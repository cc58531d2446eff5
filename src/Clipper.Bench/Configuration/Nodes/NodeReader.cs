using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Clipper.Bench.Configuration.Nodes;

/// <summary>Reads YAML text into nodes that keep their places. Stricter than YAML: no tags, no duplicate or non-text
/// keys, one document, no unresolved aliases; nothing in a file can name a type to be made.</summary>
internal sealed class NodeReader
{
    private const int DeepestNesting = 32;
    private const string YamlNamespace = "tag:yaml.org,2002:";

    private readonly Parser _events;
    private readonly Func<Mark, SourceMark> _place;
    private readonly Problems _problems;
    private readonly Dictionary<string, ConfigNode> _anchors = new(StringComparer.Ordinal);
    private int _depth;

    private NodeReader(string yaml, Func<Mark, SourceMark> place, Problems problems)
    {
        _events = new Parser(new StringReader(yaml));
        _place = place;
        _problems = problems;
    }

    /// <summary>Reads the only document of <paramref name="yaml"/>.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="place">Turns a place in the text into what messages name.</param>
    /// <param name="problems">Is told everything that is wrong.</param>
    /// <returns>The root, or null where the text is empty or not YAML.</returns>
    public static ConfigNode? Read(string yaml, Func<Mark, SourceMark> place, Problems problems)
    {
        try
        {
            return new NodeReader(yaml, place, problems).ReadDocument();
        }
        catch (YamlException e)
        {
            problems.Add(place(e.Start), $"not valid YAML: {e.Message.TrimEnd('.')}");
            return null;
        }
    }

    private ConfigNode? ReadDocument()
    {
        Next<StreamStart>();
        if (_events.MoveNext() && _events.Current is DocumentStart)
        {
            _events.MoveNext();
            ConfigNode root = ReadNode();
            Next<DocumentEnd>();
            if (_events.MoveNext() && _events.Current is DocumentStart second)
            {
                _problems.Add(_place(second.Start), "a second document starts here", "one experiment a file");
            }

            return root;
        }

        return null;
    }

    // The current event starts a node; afterwards the current event is the node's last.
    private ConfigNode ReadNode()
    {
        ParsingEvent start = _events.Current ?? throw new InvalidOperationException("The parser has no event.");
        if (start is AnchorAlias alias)
        {
            return Resolve(alias);
        }

        var node = (NodeEvent)start;
        RefuseTag(node);
        ConfigNode read = node switch
        {
            Scalar scalar => new ScalarNode(_place(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => new ListNode(_place(node.Start), Nested(node, ReadItems)),
            _ => new MapNode(_place(node.Start), Nested(node, ReadEntries)),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = read;
        }

        return read;
    }

    private List<ConfigNode> ReadItems()
    {
        var items = new List<ConfigNode>();
        while (_events.MoveNext() && _events.Current is not SequenceEnd)
        {
            items.Add(ReadNode());
        }

        return items;
    }

    private List<MapEntry> ReadEntries()
    {
        var entries = new List<MapEntry>();
        while (_events.MoveNext() && _events.Current is not MappingEnd)
        {
            ConfigNode key = ReadNode();
            _events.MoveNext();
            ConfigNode value = ReadNode();
            if (key is not ScalarNode name)
            {
                _problems.Add(key.Mark, $"{key.Kind} cannot be a key", "text");
            }
            else if (entries.Find(entry => entry.Key.Text == name.Text) is { } first)
            {
                _problems.Add(name.Mark, $"duplicate key '{name.Text}' (first at {first.Key.Mark})", "each key once");
            }
            else
            {
                entries.Add(new MapEntry(name, value));
            }
        }

        return entries;
    }

    private List<T> Nested<T>(NodeEvent start, Func<List<T>> read)
    {
        if (++_depth > DeepestNesting)
        {
            throw new YamlException(start.Start, start.End, $"nested deeper than {DeepestNesting} levels");
        }

        List<T> items = read();
        _depth--;
        return items;
    }

    private ConfigNode Resolve(AnchorAlias alias)
    {
        if (_anchors.TryGetValue(alias.Value.Value, out ConfigNode? node))
        {
            return node;
        }

        _problems.Add(_place(alias.Start), $"alias '*{alias.Value}' has no anchor '&{alias.Value}' before it");
        return new UnresolvedNode(_place(alias.Start));
    }

    private void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty)
        {
            string tag = node.Tag.Value.Replace(YamlNamespace, "!!", StringComparison.Ordinal);
            _problems.Add(_place(node.Start), $"YAML tag '{tag}'", "values without tags");
        }
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        if (!_events.MoveNext() || _events.Current is not T)
        {
            throw new InvalidOperationException($"The parser gave no {typeof(T).Name}.");
        }
    }
}
