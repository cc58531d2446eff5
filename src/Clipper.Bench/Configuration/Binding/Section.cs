using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>A mapping that is being read: every key must be known.</summary>
internal sealed class Section
{
    private readonly MapNode _map;
    private readonly Problems _problems;

    private Section(MapNode map, Problems problems)
    {
        _map = map;
        _problems = problems;
    }

    /// <summary>Where it starts.</summary>
    public SourceMark Mark => _map.Mark;

    /// <summary>Checks that <paramref name="node"/> is a mapping and reports its unknown keys.</summary>
    /// <param name="node">What the file has.</param>
    /// <param name="keys">The keys it may have, in the order of the documentation.</param>
    /// <param name="later">Keys that later versions will know.</param>
    /// <param name="problems">Is told what is wrong.</param>
    /// <returns>The section, or null where it is no mapping.</returns>
    public static Section? Open(
        ConfigNode node, IEnumerable<SectionKey> keys, IReadOnlyList<string> later, Problems problems)
    {
        string[] names = [.. keys.Select(key => key.Name)];
        if (node is not MapNode map)
        {
            if (node is not UnresolvedNode)
            {
                problems.Add(node.Mark, $"{node.Kind} where a mapping is expected", $"keys {string.Join(", ", names)}");
            }

            return null;
        }

        foreach (MapEntry entry in map.Entries)
        {
            CheckKey(entry.Key, names, later, problems);
        }

        return new Section(map, problems);
    }

    /// <summary>A mapping without keys, for what is named without options.</summary>
    public static Section Empty(SourceMark mark, Problems problems) => new(new MapNode(mark, []), problems);

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => _map.Find(key) is not null;

    /// <summary>Where the value of <paramref name="key"/> stands, or the section where it does not.</summary>
    public SourceMark MarkOf(string key) => _map.Find(key)?.Value.Mark ?? Mark;

    /// <summary>The value of a key that need not be there.</summary>
    public T Optional<T>(Key<T> key, T fallback) =>
        _map.Find(key.Name) is { } entry && key.Reader.TryRead(entry.Value, _problems, out T? value) ? value : fallback;

    /// <summary>The value of a key that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="placeholder">Goes on with this after a problem, so that all the others are found too.</param>
    public T Required<T>(Key<T> key, T placeholder)
    {
        if (!Has(key.Name))
        {
            _problems.Add(Mark, $"key '{key.Name}' is missing", key.Reader.Allowed);
        }

        return Optional(key, placeholder);
    }

    private static void CheckKey(
        ScalarNode key, IReadOnlyList<string> keys, IReadOnlyList<string> later, Problems problems)
    {
        if (keys.Contains(key.Text))
        {
            return;
        }

        if (later.Contains(key.Text))
        {
            problems.Add(key.Mark, $"key '{key.Text}' is not available in this version", string.Join(", ", keys));
        }
        else if (key.Text == "<<")
        {
            problems.Add(key.Mark, "merge keys ('<<') are not read", string.Join(", ", keys));
        }
        else
        {
            problems.AddUnknown(key.Mark, "unknown key", key.Text, keys);
        }
    }
}
