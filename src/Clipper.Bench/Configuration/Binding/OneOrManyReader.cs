using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads one value or a list of distinct values, at least one.</summary>
/// <param name="item">Reads each.</param>
/// <param name="identity">What two items may not share, as messages name it.</param>
internal sealed class OneOrManyReader<T>(ValueReader<T> item, Func<T, string> identity) : ValueReader<IReadOnlyList<T>>
{
    /// <inheritdoc />
    public override string Allowed => $"one or a list of: {item.Allowed}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.AnyOf(item.Schema, Schemas.List(item.Schema));

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        IReadOnlyList<ConfigNode> nodes = node is ListNode list ? list.Items : [node];
        if (nodes.Count == 0)
        {
            problems.Add(node.Mark, "the list is empty", Allowed);
            return false;
        }

        var items = new List<T>(nodes.Count);
        var places = new Dictionary<string, SourceMark>(StringComparer.Ordinal);
        foreach (ConfigNode each in nodes)
        {
            if (item.TryRead(each, problems, out T? read) && IsNew(read, each.Mark, places, problems))
            {
                items.Add(read);
            }
        }

        value = items;
        return items.Count == nodes.Count;
    }

    private bool IsNew(T read, SourceMark mark, Dictionary<string, SourceMark> places, Problems problems)
    {
        string name = identity(read);
        if (places.TryAdd(name, mark))
        {
            return true;
        }

        problems.Add(mark, $"'{name}' stands here twice (first at {places[name]})", "each once");
        return false;
    }
}
