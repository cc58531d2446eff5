using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clipper.Bench.Stages;

/// <summary>Lists of names as JSON arrays: how ids and classes are kept in a safetensors file's metadata.</summary>
internal static class JsonStrings
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The array's text.</summary>
    public static string Write(IEnumerable<string> names)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (string name in names)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
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
