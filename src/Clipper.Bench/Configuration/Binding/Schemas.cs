using System.Text.Json.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Pieces of JSON Schema (draft 7).</summary>
internal static class Schemas
{
    /// <summary>One of several names.</summary>
    public static JsonObject Names(IEnumerable<string> names) => new() { ["enum"] = Texts(names) };

    /// <summary>Text, also where YAML reads a number or a truth value.</summary>
    public static JsonObject Text() => new() { ["type"] = Texts(["string", "number", "boolean"]) };

    /// <summary>Text of a form.</summary>
    public static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>A number in a range.</summary>
    public static JsonObject Number(string type, JsonNode least, JsonNode most) =>
        new() { ["type"] = type, ["minimum"] = least, ["maximum"] = most };

    /// <summary>A list of at least one.</summary>
    public static JsonObject List(JsonObject item) =>
        new() { ["type"] = "array", ["items"] = item, ["minItems"] = 1 };

    /// <summary>One or the other.</summary>
    public static JsonObject AnyOf(params ReadOnlySpan<JsonObject> schemas)
    {
        var any = new JsonArray();
        foreach (JsonObject schema in schemas)
        {
            any.Add(schema);
        }

        return new JsonObject { ["anyOf"] = any };
    }

    /// <summary>A mapping with these keys and no others.</summary>
    public static JsonObject Section(IEnumerable<SectionKey> keys, params IReadOnlyList<string> required)
    {
        var properties = new JsonObject();
        foreach (SectionKey key in keys)
        {
            properties.Add(key.Name, key.Schema);
        }

        JsonObject section =
            new() { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
        {
            section.Add("required", Texts(required));
        }

        return section;
    }

    /// <summary>An array of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
