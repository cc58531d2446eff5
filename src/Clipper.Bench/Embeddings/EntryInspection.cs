using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>Looks at entries for people: describes, verifies and compares them, and changes nothing.</summary>
internal static class EntryInspection
{
    private const int KeyLength = 64;

    /// <summary>Whether a name is a key: 64 lower-case hexadecimal digits.</summary>
    public static bool IsKey(string name) => name.Length == KeyLength && name.All(char.IsAsciiHexDigitLower);

    /// <summary>An entry as its manifest describes it.</summary>
    public static CacheEntry Describe(EntryFiles files, string key)
    {
        long bytes = new[] { files.Payload, files.Manifest }
            .Select(p => new FileInfo(p)).Where(f => f.Exists).Sum(f => f.Length);
        string dated = File.Exists(files.Manifest) ? files.Manifest : files.Payload;
        var lastUsed = new DateTimeOffset(File.GetLastWriteTimeUtc(dated));
        try
        {
            EntryManifest manifest = EntryReader.ReadManifest(files, key);
            string? problem = File.Exists(files.Payload) ? null : $"{files.Payload}: the numbers are missing.";
            return new(
                key, manifest.Parts, manifest.Model, manifest.Rows, manifest.Dimension, manifest.Skipped, bytes,
                lastUsed, problem);
        }
        catch (DataFileException e)
        {
            return new(key, [], "", 0, 0, 0, bytes, lastUsed, e.Message);
        }
    }

    /// <summary>The same after checking every byte.</summary>
    public static CacheEntry Verify(EntryFiles files, string key)
    {
        CacheEntry entry = Describe(files, key);
        if (entry.Problem is not null)
        {
            return entry;
        }

        try
        {
            EntryReader.Open(files, key, fromCache: true).Dispose();
            return entry;
        }
        catch (DataFileException e)
        {
            return entry with { Problem = e.Message };
        }
    }

    /// <summary>The parts in which two keys differ, in the order of the first.</summary>
    public static IReadOnlyList<KeyDifference> Compare(IReadOnlyList<KeyPart> wanted, IReadOnlyList<KeyPart> found) =>
    [
        .. wanted.Concat(found).Select(p => p.Name).Distinct(StringComparer.Ordinal)
            .Select(name => new KeyDifference(name, Value(wanted, name), Value(found, name)))
            .Where(d => d.Wanted != d.Found),
    ];

    private static string? Value(IReadOnlyList<KeyPart> parts, string name) =>
        parts.FirstOrDefault(p => p.Name == name)?.Value;
}
