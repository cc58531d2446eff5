using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Turns a node into a value, or says what is wrong with it.</summary>
/// <typeparam name="T">The value.</typeparam>
internal abstract class ValueReader<T>
{
    /// <summary>What is allowed, for messages.</summary>
    public abstract string Allowed { get; }

    /// <summary>What is allowed, as JSON Schema: a new object at every call. It may allow more than the reader
    /// does.</summary>
    public abstract JsonObject Schema { get; }

    /// <summary>Reads <paramref name="node"/>; false where a problem was added.</summary>
    public abstract bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out T value);
}
