using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>Names for several data sets: in the list of data sets such a name stands for all of its group, and the
/// options that it is given are those of each.</summary>
internal static class DatasetGroups
{
    private static readonly string[] _single =
    [
        "cifar10", "colorectal-histology", "imagenet-a", "imagenet-r", "imagenet-sketch", "indoor67", "lfw",
        "mini-imagenet", "omniglot", "ucf101",
    ];

    private static readonly string[] _multi = ["celeba", "coco", "imaterialist", "utkface", "yalefaces"];

    /// <summary>The groups, with the data sets of each: ten and five, those of the paper (PROTOCOL 2.1).</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Datasets)> All { get; } =
        [("single-label", _single), ("multi-label", _multi), ("paper", [.. _single, .. _multi])];

    /// <summary>The nodes with every group written out.</summary>
    public static ConfigNode Expand(ConfigNode root)
    {
        if (root is not MapNode map || map.Find(ExperimentReader.DatasetsKey) is not { } datasets)
        {
            return root;
        }

        IReadOnlyList<ConfigNode> items = NodeEditor.ItemsOf(datasets.Value);
        if (!items.Any(item => Find(item) is not null))
        {
            return root;
        }

        var list = new ListNode(datasets.Value.Mark, [.. items.SelectMany(Expanded)]);
        MapEntry expanded = datasets with { Value = list };
        return map with { Entries = [.. map.Entries.Select(e => ReferenceEquals(e, datasets) ? expanded : e)] };
    }

    private static IEnumerable<ConfigNode> Expanded(ConfigNode item) => Find(item) switch
    {
        null => [item],
        { } datasets when item is MapNode map => datasets.Select(name => map with
        {
            Entries = [.. map.Entries.Select(entry => Renamed(entry, name))],
        }),
        { } datasets => datasets.Select(name => new ScalarNode(item.Mark, name, IsPlain: true)),
    };

    private static MapEntry Renamed(MapEntry entry, string name) =>
        entry.Key.Text == DatasetReader.NameKey
            ? entry with { Value = new ScalarNode(entry.Value.Mark, name, IsPlain: true) }
            : entry;

    private static IReadOnlyList<string>? Find(ConfigNode item)
    {
        ConfigNode? named = item is MapNode map ? map.Find(DatasetReader.NameKey)?.Value : item;
        return named is ScalarNode name ? All.FirstOrDefault(group => group.Name == name.Text).Datasets : null;
    }
}
