using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>Finds the cache entries that runs were computed from.</summary>
internal static class RunReferences
{
    private const string RunFile = "run.json";

    /// <summary>Every key that is a text anywhere in a run.json below the folders.</summary>
    /// <exception cref="DataFileException">A folder is missing or a run.json cannot be read: what it refers to is not
    /// known.</exception>
    public static IReadOnlySet<string> Find(IReadOnlyList<string> folders)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                throw new DataFileException(folder, "no such results folder; nothing is removed.");
            }

            foreach (string path in Directory.EnumerateFiles(folder, RunFile, SearchOption.AllDirectories))
            {
                AddKeys(path, keys);
            }
        }

        return keys;
    }

    private static void AddKeys(string path, HashSet<string> keys)
    {
        try
        {
            var reader = new Utf8JsonReader(File.ReadAllBytes(path));
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    && reader.GetString() is { } text && EntryInspection.IsKey(text))
                {
                    keys.Add(text);
                }
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                path, $"cannot be read, so what it refers to is not known; nothing is removed ({e.Message}).", e);
        }
    }
}
