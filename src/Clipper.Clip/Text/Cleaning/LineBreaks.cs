namespace Clipper.Clip.Text.Cleaning;

/// <summary>All kinds of line breaks to line feeds.</summary>
internal static class LineBreaks
{
    /// <summary>The text with line feeds only.</summary>
    public static string Normalize(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace('\u2028', '\n')
        .Replace('\u2029', '\n')
        .Replace('\u0085', '\n');
}
