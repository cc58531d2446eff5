using System.Globalization;
using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>Puts the <c>path=value</c> pairs of --set into an experiment's nodes, before these are checked. A path has
/// the keys of the file; an item of a list is named by its number from 0, a data set or method also by its name
/// (<c>methods.mwi.thresholds=0.5</c>, <c>datasets.omniglot.limit=100</c>).</summary>
internal sealed class Overrides(Problems problems)
{
    /// <summary>Applies all of them.</summary>
    public ConfigNode Apply(ConfigNode root, IReadOnlyList<string> pairs)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string path = equals < 0 ? pair : pair[..equals].Trim();
            var mark = SourceMark.Override(path);
            if (equals < 0 || path.Split('.').Any(part => part.Length == 0))
            {
                problems.Add(mark, "not an override", "path=value such as protocol.shots=5");
            }
            else if (!given.Add(path))
            {
                problems.Add(mark, "given twice", "each path once");
            }
            else
            {
                ConfigNode value = NodeReader.Read(pair[(equals + 1)..], _ => mark, problems)
                    ?? new ScalarNode(mark, "", IsPlain: true);
                root = Put(root, "", path.Split('.'), value);
            }
        }

        return root;
    }

    // The node with the value in its place; listKey is the key that the node is the value of.
    private ConfigNode Put(ConfigNode node, string listKey, ReadOnlySpan<string> path, ConfigNode value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        if (listKey is ExperimentReader.DatasetsKey or ExperimentReader.MethodsKey && node is not ListNode)
        {
            node = new ListNode(node.Mark, [node]);
        }

        switch (node)
        {
            case MapNode map:
                return PutIntoMap(map, path, value);
            case ListNode list:
                return PutIntoList(list, listKey, path, value);
            default:
                problems.Add(value.Mark, $"'{listKey}' is {node.Kind} and has no '{path[0]}'");
                return node;
        }
    }

    private MapNode PutIntoMap(MapNode map, ReadOnlySpan<string> path, ConfigNode value)
    {
        string key = path[0];
        MapEntry old = map.Find(key)
            ?? new MapEntry(new ScalarNode(value.Mark, key, IsPlain: true), new MapNode(value.Mark, []));
        MapEntry changed = old with { Value = Put(old.Value, key, path[1..], value) };
        return map.Find(key) is null
            ? map with { Entries = [.. map.Entries, changed] }
            : map with { Entries = [.. map.Entries.Select(entry => ReferenceEquals(entry, old) ? changed : entry)] };
    }

    private ListNode PutIntoList(ListNode list, string listKey, ReadOnlySpan<string> path, ConfigNode value)
    {
        int index = IndexOf(list, path[0]);
        if (index < 0)
        {
            IEnumerable<string> names = list.Items.Select(NameOf).Where(name => name.Length > 0).Distinct();
            string allowed = string.Join(", ", names.Prepend($"0 to {list.Items.Count - 1}"));
            problems.Add(value.Mark, $"'{listKey}' has no item '{path[0]}'", allowed);
            return list;
        }

        ConfigNode[] items = [.. list.Items];
        items[index] = path.Length == 1 ? value : PutIntoItem(items[index], listKey, path[1..], value);
        return list with { Items = items };
    }

    private ConfigNode PutIntoItem(ConfigNode item, string listKey, ReadOnlySpan<string> path, ConfigNode value)
    {
        bool isMethod = listKey == ExperimentReader.MethodsKey;
        return item switch
        {
            ScalarNode name when isMethod => PutIntoMethod(new MapEntry(name, new MapNode(item.Mark, [])), path, value),
            MapNode { Entries: [MapEntry method] } when isMethod => PutIntoMethod(method, path, value),
            ScalarNode name when listKey == ExperimentReader.DatasetsKey =>
                Put(MapOf(new ScalarNode(item.Mark, DatasetReader.NameKey, IsPlain: true), name), "", path, value),
            MapNode map => PutIntoMap(map, path, value),
            _ => Put(item, $"item of {listKey}", path, value),
        };
    }

    private MapNode PutIntoMethod(MapEntry method, ReadOnlySpan<string> path, ConfigNode value) =>
        MapOf(method.Key, Put(method.Value, "", path, value));

    private static MapNode MapOf(ScalarNode key, ConfigNode value) => new(key.Mark, [new MapEntry(key, value)]);

    private static int IndexOf(ListNode list, string item)
    {
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (NameOf(list.Items[i]) == item)
            {
                return i;
            }
        }

        bool isNumber = int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        return isNumber && index < list.Items.Count ? index : -1;
    }

    // A data set is named by its name, a method by its kind, written alone or as the key of its options.
    private static string NameOf(ConfigNode item) => item switch
    {
        ScalarNode scalar => scalar.Text,
        MapNode map when map.Find(DatasetReader.NameKey)?.Value is ScalarNode name => name.Text,
        MapNode { Entries: [MapEntry only] } => only.Key.Text,
        _ => "",
    };
}
