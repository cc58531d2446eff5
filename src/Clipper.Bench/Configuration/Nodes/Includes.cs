using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration.Nodes;

/// <summary>Reads a file and those that it includes, merged under it: mappings key by key, everything else as a whole;
/// of several included files the later one is above the earlier. Every node keeps the place in its own file.</summary>
internal sealed class Includes(Problems problems)
{
    /// <summary>The key that names the files.</summary>
    public const string Key = "include";

    private readonly List<(string FullPath, string Shown)> _open = [];

    /// <summary>The merged root, without the key; null where the file is empty or a problem was added.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    public ConfigNode? Read(string path)
    {
        ConfigNode? root = YamlFile.Read(path, problems);
        if (root is not MapNode map || map.Find(Key) is not { } include)
        {
            return root;
        }

        _open.Add((Path.GetFullPath(path), path));
        ConfigNode merged = map with { Entries = [.. map.Entries.Where(entry => entry.Key.Text != Key)] };
        IReadOnlyList<ConfigNode> names = include.Value is ListNode list ? list.Items : [include.Value];
        foreach (ConfigNode name in names.Reverse())
        {
            merged = ReadIncluded(path, name) is { } under ? Merge(merged, under) : merged;
        }

        _open.RemoveAt(_open.Count - 1);
        return merged;
    }

    private ConfigNode? ReadIncluded(string from, ConfigNode name)
    {
        const string allowed = "a YAML file or a list of them, relative to this file";
        if (name is not ScalarNode { IsNull: false, Text.Length: > 0 } file)
        {
            problems.Add(name.Mark, $"{name.Kind} is not a file", allowed);
            return null;
        }

        string path = Locate(from, file.Text);
        if (_open.FindIndex(open => open.FullPath == Path.GetFullPath(path)) is >= 0 and var first)
        {
            IEnumerable<string> chain = _open.Skip(first).Select(open => open.Shown).Append(path);
            problems.Add(
                file.Mark, $"'{file.Text}' includes itself: {string.Join(" → ", chain)}", "files without a circle");
            return null;
        }

        if (!File.Exists(path))
        {
            problems.Add(file.Mark, $"no file '{file.Text}'", allowed, Nearest(path));
            return null;
        }

        ConfigNode? root = Read(path);
        if (root is not (null or MapNode or UnresolvedNode or ScalarNode { IsNull: true }))
        {
            problems.Add(root.Mark, $"{root.Kind} where a mapping is expected", "keys of an experiment");
        }

        return root as MapNode;
    }

    // As the user would name it: relative where the including file was.
    private static string Locate(string from, string name)
    {
        string full = Path.GetFullPath(name, Path.GetDirectoryName(Path.GetFullPath(from)) ?? Path.GetFullPath("."));
        return Path.IsPathRooted(from) || Path.IsPathRooted(name) ? full : Path.GetRelativePath(".", full);
    }

    private static string Nearest(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        string[] files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)]
            : [];
        return Problems.DidYouMean(Path.GetFileName(path), [.. files.Select(file => Path.GetFileName(file))]);
    }

    private static ConfigNode Merge(ConfigNode over, ConfigNode under)
    {
        if (over is not MapNode upper || under is not MapNode lower)
        {
            return over;
        }

        IEnumerable<MapEntry> merged = lower.Entries.Select(entry =>
            upper.Find(entry.Key.Text) is { } above ? above with { Value = Merge(above.Value, entry.Value) } : entry);
        return upper with
        {
            Entries = [.. merged, .. upper.Entries.Where(entry => lower.Find(entry.Key.Text) is null)],
        };
    }
}
