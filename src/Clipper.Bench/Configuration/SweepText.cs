using System.Text;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>Writes the points of a sweep as one experiment: what they share stands as it is, what differs is a
/// <c>zip</c> over whole keys, with an anchor for what several points share. It reads back as the same points: labels
/// are written out, and a sweep over <c>methods</c> adds nothing to them.</summary>
internal static class SweepText
{
    /// <summary>The YAML text.</summary>
    /// <param name="points">The text of every point; each has the same keys.</param>
    public static string Of(IReadOnlyList<string> points)
    {
        MapNode[] maps = [.. points.Select(Parse)];
        var yaml = new StringBuilder();
        var zip = new StringBuilder();
        foreach (string key in maps[0].Entries.Select(entry => entry.Key.Text))
        {
            string[] values = [.. maps.Select(map => map.Find(key) is { } entry ? NodeText.Of(entry.Value) : "")];
            if (values.Distinct().Count() == 1)
            {
                yaml.Append(key).Append(": ").Append(values[0]).Append('\n');
            }
            else
            {
                AppendList(zip, key, values);
            }
        }

        return yaml.Append("sweep:\n  zip:\n").Append(zip).ToString();
    }

    private static void AppendList(StringBuilder zip, string key, string[] values)
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
