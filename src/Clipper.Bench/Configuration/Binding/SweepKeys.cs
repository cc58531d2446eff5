using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>The keys that are worked off before an experiment is read: <see cref="Sweep"/> and
/// <see cref="Includes"/>.</summary>
internal sealed record SweepKeys(string Name, JsonObject Rule) : SectionKey(Name)
{
    private const string Map = "object";

    /// <summary>Both.</summary>
    public static IReadOnlyList<SectionKey> All { get; } =
        [new SweepKeys(Sweep.Key, SweepRule()), new SweepKeys(Includes.Key, IncludeRule())];

    /// <inheritdoc />
    public override JsonObject Schema => (JsonObject)Rule.DeepClone();

    private static JsonObject SweepRule() => new()
    {
        ["description"] = "Paths and lists of their values: a run over their cross product.",
        ["type"] = Map,
        ["properties"] = new JsonObject
        {
            [Sweep.ZipKey] = OneOrMany(Values(), "Lists that go together."),
            [Sweep.ExcludeKey] = OneOrMany(new JsonObject { ["type"] = Map }, "Points that are left out."),
        },
        ["additionalProperties"] = Schemas.List([]),
        ["minProperties"] = 1,
    };

    private static JsonObject IncludeRule() => OneOrMany(Schemas.Text("."), "Files that this one is laid over.");

    private static JsonObject Values() => new() { ["type"] = Map, ["additionalProperties"] = Schemas.List([]) };

    private static JsonObject OneOrMany(JsonObject item, string doc)
    {
        JsonObject schema = Schemas.AnyOf(item, Schemas.List((JsonObject)item.DeepClone()));
        schema.Insert(0, "description", doc);
        return schema;
    }
}
