using System.Globalization;
using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>Puts values into an experiment's nodes, before these are checked. A path has the keys of the file; an item
/// of a list is named by its number from 0, a data set also by its name (and variant: <c>shapes-multi</c>), a method by
/// its label or kind (<c>methods.mwi.thresholds</c>).</summary>
internal sealed class NodeEditor(Problems problems)
{
    /// <summary>The node with the value in its place; keys that are not there are added.</summary>
    public ConfigNode Put(ConfigNode root, NodePath path, ConfigNode value) =>
        Put(root, "", new Target([.. path.Parts], path.Mark, value));

    /// <summary>The number of the item that the keys after <c>methods</c> or <c>datasets</c> name, and how many keys
    /// name it: a label may have points in it. -1 where there is none, or several.</summary>
    public static (int Index, int Taken) Find(IReadOnlyList<ConfigNode> items, ReadOnlySpan<string> path)
    {
        for (int taken = path.Length; taken > 0; taken--)
        {
            string name = string.Join('.', path[..taken]);
            int[] labelled = Matches(items, item => LabelOf(item) == name);
            int[] matches = labelled.Length > 0 ? labelled : Matches(items, item => NameOf(item) == name);
            if (matches.Length > 0)
            {
                return (matches.Length == 1 ? matches[0] : -1, taken);
            }
        }

        bool isNumber = int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        return (isNumber && index < items.Count ? index : -1, 1);
    }

    /// <summary>The items of a key that holds one item or a list of them.</summary>
    public static IReadOnlyList<ConfigNode> ItemsOf(ConfigNode? node) => node switch
    {
        null => [],
        ListNode list => list.Items,
        _ => [node],
    };

    // listKey is the key that the node is the value of.
    private ConfigNode Put(ConfigNode node, string listKey, Target target)
    {
        if (target.Keys.Length == 0)
        {
            return target.Value;
        }

        if (listKey is ExperimentReader.DatasetsKey or ExperimentReader.MethodsKey && node is not ListNode)
        {
            node = new ListNode(node.Mark, [node]);
        }

        switch (node)
        {
            case MapNode map:
                return PutIntoMap(map, target);
            case ListNode list:
                return PutIntoList(list, listKey, target);
            default:
                problems.Add(target.Mark, $"'{listKey}' is {node.Kind} and has no '{target.Keys[0]}'");
                return node;
        }
    }

    private MapNode PutIntoMap(MapNode map, Target target)
    {
        string key = target.Keys[0];
        MapEntry old = map.Find(key)
            ?? new MapEntry(new ScalarNode(target.Mark, key, IsPlain: true), new MapNode(target.Mark, []));
        MapEntry changed = old with { Value = Put(old.Value, key, target.Below(1)) };
        return map.Find(key) is null
            ? map with { Entries = [.. map.Entries, changed] }
            : map with { Entries = [.. map.Entries.Select(entry => ReferenceEquals(entry, old) ? changed : entry)] };
    }

    private ListNode PutIntoList(ListNode list, string listKey, Target target)
    {
        (int index, int taken) = Find(list.Items, target.Keys);
        if (index < 0)
        {
            AddUnknown(list, listKey, target);
            return list;
        }

        ConfigNode[] items = [.. list.Items];
        items[index] = taken == target.Keys.Length
            ? target.Value
            : PutIntoItem(items[index], listKey, target.Below(taken));
        return list with { Items = items };
    }

    private void AddUnknown(ListNode list, string listKey, Target target)
    {
        string got = target.Keys[0];
        string[] names =
        [
            .. list.Items.SelectMany(item => new[] { NameOf(item), LabelOf(item) })
                .Where(name => name.Length > 0)
                .Distinct(),
        ];
        string allowed = string.Join(", ", names.Prepend($"0 to {list.Items.Count - 1}"));
        bool isKnown = names.Contains(got);
        problems.Add(
            target.Mark,
            isKnown ? $"'{listKey}' has several items '{got}'" : $"'{listKey}' has no item '{got}'",
            allowed,
            isKnown ? "" : Problems.DidYouMean(got, names));
    }

    private ConfigNode PutIntoItem(ConfigNode item, string listKey, Target target)
    {
        bool isMethod = listKey == ExperimentReader.MethodsKey;
        return item switch
        {
            ScalarNode name when isMethod => PutIntoMethod(new MapEntry(name, new MapNode(item.Mark, [])), target),
            MapNode { Entries: [MapEntry method] } when isMethod => PutIntoMethod(method, target),
            ScalarNode name when listKey == ExperimentReader.DatasetsKey =>
                Put(MapOf(new ScalarNode(item.Mark, DatasetReader.NameKey, IsPlain: true), name), "", target),
            MapNode map => PutIntoMap(map, target),
            _ => Put(item, $"item of {listKey}", target),
        };
    }

    private MapNode PutIntoMethod(MapEntry method, Target target) => MapOf(method.Key, Put(method.Value, "", target));

    private static MapNode MapOf(ScalarNode key, ConfigNode value) => new(key.Mark, [new MapEntry(key, value)]);

    private static int[] Matches(IReadOnlyList<ConfigNode> items, Predicate<ConfigNode> matches) =>
        [.. Enumerable.Range(0, items.Count).Where(i => matches(items[i]))];

    // A data set is named by its name, a method by its kind, written alone or as the key of its options.
    private static string NameOf(ConfigNode item) => item switch
    {
        ScalarNode scalar => scalar.Text,
        MapNode map when TextOf(map, DatasetReader.NameKey) is { Length: > 0 } name => name,
        MapNode { Entries: [MapEntry only] } => only.Key.Text,
        _ => "",
    };

    // What tables call it, as far as the file says it.
    private static string LabelOf(ConfigNode item) => item switch
    {
        ScalarNode scalar => scalar.Text,
        MapNode map when TextOf(map, DatasetReader.NameKey) is { Length: > 0 } name =>
            TextOf(map, DatasetReader.VariantKey) is { Length: > 0 } variant ? $"{name}-{variant}" : name,
        MapNode { Entries: [{ Value: MapNode options } only] } =>
            TextOf(options, MethodReader.LabelKey) is { Length: > 0 } label ? label : only.Key.Text,
        _ => "",
    };

    private static string TextOf(MapNode map, string key) =>
        map.Find(key)?.Value is ScalarNode scalar ? scalar.Text : "";

    // What is put where: the keys that are left of the path.
    private readonly record struct Target(string[] Keys, SourceMark Mark, ConfigNode Value)
    {
        public Target Below(int count) => this with { Keys = Keys[count..] };
    }
}
