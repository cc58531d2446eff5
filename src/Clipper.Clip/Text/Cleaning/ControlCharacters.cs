namespace Clipper.Clip.Text.Cleaning;

/// <summary>Removes control characters that have no place in text, the byte order mark among them; those that are
/// white space, joiners and marks of direction stay.</summary>
internal static class ControlCharacters
{
    /// <summary>The text without them.</summary>
    public static string Remove(string text) =>
        text.Any(IsUnwanted) ? string.Concat(text.Where(c => !IsUnwanted(c))) : text;

    private static bool IsUnwanted(char c) => c is
        < '\u0009' or '\u000b' or (>= '\u000e' and < '\u0020') or '\u007f'
        or (>= '\u206a' and <= '\u206f') or '\ufeff' or (>= '\ufff9' and <= '\ufffc');
}
