using System.Text.RegularExpressions;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Removes the escape sequences with which text is coloured on a terminal.</summary>
internal static partial class TerminalEscapes
{
    /// <summary>The text without them.</summary>
    public static string Remove(string text) => Escape().Replace(text, "");

    [GeneratedRegex("\u001b\\[[\\d;]*[a-zA-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
