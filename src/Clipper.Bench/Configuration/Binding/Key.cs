using System.Text.Json.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>A key of a mapping and how its value is read.</summary>
/// <param name="Name">The key.</param>
/// <param name="Reader">Reads its value.</param>
/// <param name="Doc">What it decides, in one sentence; for the schema.</param>
internal sealed record Key<T>(string Name, ValueReader<T> Reader, string Doc) : SectionKey(Name)
{
    /// <inheritdoc />
    public override JsonObject Schema
    {
        get
        {
            JsonObject schema = Reader.Schema;
            schema.Insert(0, "description", Doc);
            return schema;
        }
    }
}
