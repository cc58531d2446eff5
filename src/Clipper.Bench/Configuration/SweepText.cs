using System.Text;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>The points of a sweep as one experiment: what they share stands as it is, what differs is a <c>zip</c> over
/// whole keys, with an anchor for what several points share. It reads back as the same points: labels are written out,
/// and a sweep over <c>methods</c> adds nothing to them.</summary>
internal sealed class SweepText
{
    private SweepText(IReadOnlyList<MapEntry> shared, IReadOnlyList<(string, IReadOnlyList<ConfigNode>)> differing)
    {
        Shared = shared;
        Differing = differing;
    }

    /// <summary>The keys that are the same in all points.</summary>
    public IReadOnlyList<MapEntry> Shared { get; }

    /// <summary>The others, with their value in every point.</summary>
    public IReadOnlyList<(string Key, IReadOnlyList<ConfigNode> Values)> Differing { get; }

    /// <summary>Compares the points.</summary>
    /// <param name="points">The text of every point; each has the same keys.</param>
    public static SweepText Split(IReadOnlyList<string> points)
    {
        MapNode[] maps = [.. points.Select(Parse)];
        var shared = new List<MapEntry>();
        var differing = new List<(string, IReadOnlyList<ConfigNode>)>();
        foreach (MapEntry entry in maps[0].Entries)
        {
            ConfigNode[] values = [.. maps.Select(map => map.Find(entry.Key.Text)?.Value).OfType<ConfigNode>()];
            if (values.Select(NodeText.Of).Distinct().Count() == 1)
            {
                shared.Add(entry);
            }
            else
            {
                differing.Add((entry.Key.Text, values));
            }
        }

        return new SweepText(shared, differing);
    }

    /// <summary>The YAML text.</summary>
    public override string ToString()
    {
        var yaml = new StringBuilder();
        foreach (MapEntry entry in Shared)
        {
            yaml.Append(entry.Key.Text).Append(": ").Append(NodeText.Of(entry.Value)).Append('\n');
        }

        yaml.Append("sweep:\n  zip:\n");
        foreach ((string key, IReadOnlyList<ConfigNode> values) in Differing)
        {
            AppendList(yaml, key, values.Select(NodeText.Of));
        }

        return yaml.ToString();
    }

    private static void AppendList(StringBuilder zip, string key, IEnumerable<string> values)
    {
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        zip.Append("    ").Append(key).Append(":\n");
        foreach (string value in values)
        {
            bool isShared = anchors.TryGetValue(value, out string? anchor);
            anchor ??= $"{key}-{YamlText.Of(anchors.Count + 1)}";
            anchors[value] = anchor;
            zip.Append("      - ").Append(isShared ? $"*{anchor}" : $"&{anchor} {value}").Append('\n');
        }
    }

    private static MapNode Parse(string text)
    {
        var problems = new Problems();
        ConfigNode? root =
            NodeReader.Read(text, mark => new SourceMark("", (int)mark.Line, (int)mark.Column), problems);
        problems.ThrowIfAny();
        return root as MapNode ?? throw new InvalidOperationException("An experiment was not written as a mapping.");
    }
}
