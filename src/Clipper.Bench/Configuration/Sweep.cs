using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>The <c>sweep</c> of an experiment: the cross product of the values of its paths, in the order of the file,
/// the last path fastest; the lists of a <c>zip</c> go together as one; points that <c>exclude</c> names are left
/// out.</summary>
internal sealed class Sweep
{
    /// <summary>The key of the section.</summary>
    public const string Key = "sweep";

    /// <summary>The key of lists that go together.</summary>
    public const string ZipKey = "zip";

    /// <summary>The key of points that are left out.</summary>
    public const string ExcludeKey = "exclude";

    private const int MostPoints = 10_000;

    private readonly Problems _problems;
    private readonly List<IReadOnlyList<IReadOnlyList<SweepValue>>> _axes = [];
    private readonly List<IReadOnlyList<SweepValue>> _excluded = [];

    private Sweep(Problems problems) => _problems = problems;

    /// <summary>Takes the sweep out of an experiment's nodes.</summary>
    /// <returns>The nodes without it and its points, in order, at least one: a single one without values where there
    /// is no sweep, or none that can be read.</returns>
    public static (ConfigNode Base, IReadOnlyList<IReadOnlyList<SweepValue>> Points) Take(
        ConfigNode root, Problems problems)
    {
        if (root is not MapNode map || map.Find(Key) is not { } section)
        {
            return (root, [[]]);
        }

        var sweep = new Sweep(problems);
        sweep.ReadSection(section);
        MapNode rest = map with { Entries = [.. map.Entries.Where(entry => entry.Key.Text != Key)] };
        return (rest, sweep.Points(section.Key.Mark));
    }

    /// <summary>The paths that an experiment sweeps over, as far as they can be read.</summary>
    public static IEnumerable<NodePath> PathsOf(ConfigNode root)
    {
        if (root is not MapNode map || map.Find(Key)?.Value is not MapNode section)
        {
            return [];
        }

        IEnumerable<MapEntry> zipped = NodeEditor.ItemsOf(section.Find(ZipKey)?.Value)
            .OfType<MapNode>()
            .SelectMany(group => group.Entries);
        IEnumerable<MapEntry> crossed =
            section.Entries.Where(entry => entry.Key.Text is not (ZipKey or ExcludeKey));
        return crossed.Concat(zipped).Select(PathOf);
    }

    /// <summary>Whether a path stands below the one <c>zip</c> of an experiment, whose lists go together.</summary>
    public static bool IsZipped(ConfigNode root, string path) =>
        root is MapNode map && map.Find(Key)?.Value is MapNode section
        && section.Find(ZipKey)?.Value is MapNode zip && zip.Find(path) is not null;

    /// <summary>Puts a value below <c>sweep</c>, where the rest of the path is one key.</summary>
    public static ConfigNode Put(ConfigNode root, NodePath path, ConfigNode value)
    {
        string[] keys = path.Parts is [_, ZipKey, _, ..]
            ? [Key, ZipKey, string.Join('.', path.Parts.Skip(2))]
            : [Key, string.Join('.', path.Parts.Skip(1))];
        return Put(root, keys, path.Mark, value);
    }

    private static ConfigNode Put(ConfigNode node, string[] keys, SourceMark mark, ConfigNode value)
    {
        if (keys.Length == 0)
        {
            return value;
        }

        MapNode map = node as MapNode ?? new MapNode(mark, []);
        ConfigNode old = map.Find(keys[0])?.Value ?? new MapNode(mark, []);
        var changed = new MapEntry(new ScalarNode(mark, keys[0], IsPlain: true), Put(old, keys[1..], mark, value));
        return map.Find(keys[0]) is null
            ? map with { Entries = [.. map.Entries, changed] }
            : map with { Entries = [.. map.Entries.Select(e => e.Key.Text == keys[0] ? changed : e)] };
    }

    private void ReadSection(MapEntry section)
    {
        if (section.Value is not MapNode { Entries.Count: > 0 } map)
        {
            Refuse(section.Value, "a mapping of paths to lists of values, zip, exclude");
            return;
        }

        foreach (MapEntry entry in map.Entries.Where(entry => entry.Key.Text != ExcludeKey))
        {
            if (entry.Key.Text == ZipKey)
            {
                NodeEditor.ItemsOf(entry.Value).ToList().ForEach(ReadZip);
            }
            else if (ReadValues(entry, isZipped: false) is { } values)
            {
                _axes.Add([.. values.Select(value => new[] { value })]);
            }
        }

        RequireApart();
        NodeEditor.ItemsOf(map.Find(ExcludeKey)?.Value).ToList().ForEach(ReadExclude);
    }

    private void ReadZip(ConfigNode node)
    {
        if (node is not MapNode { Entries.Count: > 0 } map)
        {
            Refuse(node, "a mapping of paths to lists of the same length, or a list of such mappings");
            return;
        }

        SweepValue[][] lists =
            [.. map.Entries.Select(entry => ReadValues(entry, isZipped: true)).OfType<SweepValue[]>()];
        foreach (SweepValue[] list in lists.Where(list => list.Length != lists[0].Length))
        {
            _problems.Add(
                list[0].Path.Mark,
                $"'{list[0].Path.Text}' has {list.Length} values and '{lists[0][0].Path.Text}' {lists[0].Length}",
                "lists of the same length");
        }

        int count = lists.Length == 0 ? 0 : lists.Min(list => list.Length);
        if (count > 0)
        {
            _axes.Add([.. Enumerable.Range(0, count).Select(i => lists.Select(list => list[i]).ToArray())]);
        }
    }

    private SweepValue[]? ReadValues(MapEntry entry, bool isZipped)
    {
        NodePath path = PathOf(entry);
        if (!path.IsWhole || path.Parts[0] is Key or Includes.Key or "name" or "images" or "report")
        {
            _problems.Add(
                path.Mark, $"'{path.Text}' cannot be swept", "paths of values that a run can have several of");
            return null;
        }

        if (entry.Value is not ListNode { Items.Count: > 0 } list)
        {
            Refuse(entry.Value, "a list of values");
            return null;
        }

        var places = new Dictionary<string, SourceMark>(StringComparer.Ordinal);
        foreach (ConfigNode value in list.Items.Where(_ => !isZipped))
        {
            string text = NodeText.Of(value);
            if (!places.TryAdd(text, value.Mark))
            {
                _problems.Add(value.Mark, $"'{text}' stands here twice (first at {places[text]})", "each once");
            }
        }

        return [.. list.Items.Select((value, i) => new SweepValue(path, value, i + 1))];
    }

    // Of two paths one within the other, the order would decide what a point is.
    private void RequireApart()
    {
        NodePath[] paths = [.. _axes.SelectMany(axis => axis[0]).Select(value => value.Path)];
        for (int i = 0; i < paths.Length; i++)
        {
            foreach (NodePath inner in paths.Where((other, j) => i != j && paths[i].Holds(other)))
            {
                _problems.Add(
                    inner.Mark, $"'{inner.Text}' lies within '{paths[i].Text}', which is swept too ({paths[i].Mark})",
                    "paths apart from each other");
            }
        }
    }

    private void ReadExclude(ConfigNode node)
    {
        if (node is not MapNode { Entries.Count: > 0 } map)
        {
            Refuse(node, "a mapping of swept paths to values, or a list of such mappings");
            return;
        }

        SweepValue[] swept = [.. _axes.SelectMany(axis => axis).SelectMany(values => values)];
        var excluded = new List<SweepValue>();
        foreach (MapEntry entry in map.Entries)
        {
            SweepValue[] own = [.. swept.Where(value => value.Path.Text == entry.Key.Text)];
            string text = NodeText.Of(entry.Value);
            if (own.Length == 0)
            {
                _problems.AddUnknown(
                    entry.Key.Mark, "not a swept path:", entry.Key.Text,
                    [.. swept.Select(value => value.Path.Text).Distinct()]);
            }
            else if (own.FirstOrDefault(value => NodeText.Of(value.Value) == text) is { } value)
            {
                excluded.Add(value);
            }
            else
            {
                _problems.AddUnknown(
                    entry.Value.Mark, $"not a value of '{entry.Key.Text}':", text,
                    [.. own.Select(each => NodeText.Of(each.Value)).Distinct()]);
            }
        }

        if (excluded.Count == map.Entries.Count)
        {
            _excluded.Add(excluded);
        }
    }

    private IReadOnlyList<SweepValue>[] Points(SourceMark mark)
    {
        long count = _axes.Aggregate(1L, (product, axis) => Math.Min(MostPoints + 1, product * axis.Count));
        if (count > MostPoints)
        {
            _problems.Add(
                mark, $"the sweep has more than {MostPoints} points", "shorter lists, or several experiments");
            return [[]];
        }

        IEnumerable<IReadOnlyList<SweepValue>> points = [[]];
        foreach (IReadOnlyList<IReadOnlyList<SweepValue>> axis in _axes)
        {
            points = points.SelectMany(
                point => axis.Select(values => (IReadOnlyList<SweepValue>)[.. point, .. values]));
        }

        IReadOnlyList<SweepValue>[] left = [.. points.Where(point => !_excluded.Any(each => IsPartOf(each, point)))];
        if (left.Length == 0)
        {
            _problems.Add(mark, "every point of the sweep is excluded", "at least one point");
        }

        return left.Length > 0 ? left : [[]];
    }

    private void Refuse(ConfigNode node, string allowed)
    {
        if (node is not UnresolvedNode)
        {
            string kind = node switch
            {
                ListNode { Items.Count: 0 } => "an empty list",
                MapNode { Entries.Count: 0 } => "an empty mapping",
                _ => node.Kind,
            };
            _problems.Add(node.Mark, $"{kind} cannot stand here", allowed);
        }
    }

    private static bool IsPartOf(IReadOnlyList<SweepValue> part, IReadOnlyList<SweepValue> point) =>
        part.All(value => point.Any(each => AreSame(each, value)));

    private static bool AreSame(SweepValue a, SweepValue b) =>
        a.Path.Text == b.Path.Text && NodeText.Of(a.Value) == NodeText.Of(b.Value);

    private static NodePath PathOf(MapEntry entry) => new(entry.Key.Text, entry.Key.Mark);
}
