using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a single value: refuses lists, mappings and nothing before the text is looked at.</summary>
internal abstract class ScalarReader<T> : ValueReader<T>
{
    /// <inheritdoc />
    public sealed override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        switch (node)
        {
            case UnresolvedNode:
                return false;
            case ScalarNode { IsNull: true }:
                problems.Add(node.Mark, "a value is missing", Allowed, "write one, or leave the key out");
                return false;
            case ScalarNode scalar:
                return TryParse(scalar, problems, out value);
            default:
                problems.Add(node.Mark, $"{node.Kind} where one value is expected", Allowed);
                return false;
        }
    }

    /// <summary>Reads a value that is there; false where a problem was added.</summary>
    protected abstract bool TryParse(ScalarNode scalar, Problems problems, [MaybeNullWhen(false)] out T value);
}
