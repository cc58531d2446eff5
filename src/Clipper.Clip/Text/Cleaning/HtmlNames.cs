namespace Clipper.Clip.Text.Cleaning;

/// <summary>The named characters of HTML 5. System.Net.WebUtility knows only those of HTML 4, and none without its
/// semicolon.</summary>
internal static class HtmlNames
{
    private const char ShoutedMark = '@';

    private static readonly Lazy<Tables> Loaded = new(Load);

    /// <summary>The longest name, its semicolon included.</summary>
    public const int LongestName = 32;

    /// <summary>What a name (without '&amp;', with the ';' it may end in) stands for; null for an unknown
    /// one.</summary>
    public static string? Find(ReadOnlySpan<char> name) =>
        Loaded.Value.Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? text) ? text : null;

    /// <summary>As <see cref="Find"/>, and names that were put in capitals.</summary>
    public static string? FindShouted(ReadOnlySpan<char> name) =>
        Find(name) ?? (Loaded.Value.Shouted.GetAlternateLookup<ReadOnlySpan<char>>()
            .TryGetValue(name, out string? text) ? text : null);

    private static Tables Load()
    {
        var tables = new Tables(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (string[] words in EmbeddedTable.Lines("html-entities.txt"))
        {
            string text = string.Concat(
                words[1..].Select(word => char.ConvertFromUtf32(EmbeddedTable.CodePoint(word))));
            if (words[0].StartsWith(ShoutedMark))
            {
                tables.Shouted.Add(words[0][1..], text);
            }
            else
            {
                tables.Known.Add(words[0], text);
            }
        }

        return tables;
    }

    private sealed record Tables(Dictionary<string, string> Known, Dictionary<string, string> Shouted);
}
