using System.Text.Json.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>A key of a mapping, whatever its value is.</summary>
/// <param name="Name">The key.</param>
internal abstract record SectionKey(string Name)
{
    /// <summary>What its values are, as JSON Schema.</summary>
    public abstract JsonObject Schema { get; }
}
