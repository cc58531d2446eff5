using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clipper.Bench.Files;

/// <summary>Lists of names as JSON arrays: how ids and classes are kept in a safetensors file's metadata.</summary>
internal static class JsonStrings
{
    private static readonly JsonSerializerOptions _plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The array's text.</summary>
    public static string Write(IEnumerable<string> names) => string.Concat(Pieces(names));

    /// <summary>The array's text in pieces, one a name, made as they are asked for: the text of a million names need
    /// not be in memory.</summary>
    public static IEnumerable<string> Pieces(IEnumerable<string> names)
    {
        string before = "[";
        foreach (string name in names)
        {
            yield return before + JsonSerializer.Serialize(name, _plain);
            before = ",";
        }

        yield return before == "[" ? "[]" : "]";
    }

    /// <summary>The names, or null where the text is not a JSON array of strings.</summary>
    public static IReadOnlyList<string>? Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(Name)]
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Name(JsonElement element) =>
        element.GetString() ?? throw new JsonException("null is no name");
}
