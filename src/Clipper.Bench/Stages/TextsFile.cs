using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>Reads texts from JSON: an array of strings, or of objects with <c>text</c>, or an object whose
/// <c>cases</c> is such an array.</summary>
public static class TextsFile
{
    /// <summary>The texts, in the file's order.</summary>
    /// <exception cref="DataFileException">The file is missing or not of that form.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = json.RootElement;
            bool hasCases = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cases", out root);
            if (root.ValueKind == JsonValueKind.Array)
            {
                return [.. root.EnumerateArray().Select((item, index) => Text(path, item, index))];
            }

            throw new DataFileException(
                path, $"{(hasCases ? "'cases' is" : "is")} no array; expected [\"text\", …] or [{{\"text\": …}}, …].");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new DataFileException(path, $"cannot be read as a JSON array of texts: {error.Message}", error);
        }
    }

    private static string Text(string path, JsonElement item, int index)
    {
        JsonElement text = item;
        bool isObject = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("text", out text);
        if (text.ValueKind != JsonValueKind.String)
        {
            string what = isObject ? $"its 'text' is {text.ValueKind}" : $"it is {text.ValueKind}";
            throw new DataFileException(
                path, $"item {index}: a text or an object with 'text' is expected, but {what}.");
        }

        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException error)
        {
            // An escaped half of a surrogate pair; System.Text.Json has no other sign for it.
            throw new DataFileException(path, $"item {index}: the text escapes half a surrogate pair.", error);
        }
    }
}
