using System.Text.RegularExpressions;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>White space as Python sees it: str.strip also takes U+001C to U+001F, the expression \s does
/// not.</summary>
internal static partial class WhiteSpace
{
    /// <summary>Every run of white space as one space, none at the ends.</summary>
    public static string Collapse(string text) => Strip(Run().Replace(Strip(text), " "));

    private static string Strip(string text)
    {
        int start = 0;
        while (start < text.Length && IsStripped(text[start]))
        {
            start++;
        }

        int end = text.Length;
        while (end > start && IsStripped(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsStripped(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
