namespace Clipper.Clip.Text.Cleaning;

/// <summary>Control characters U+0080 to U+009F are read as the characters that Windows-1252 has there, as web browsers
/// do.</summary>
internal static class C1Controls
{
    private const char First = '\u0080';
    private const char Last = '\u009f';

    /// <summary>The text without them.</summary>
    public static string Fix(string text) => text.AsSpan().ContainsAnyInRange(First, Last)
        ? string.Concat(text.Select(c => c is >= First and <= Last ? SingleByteTables.Windows1252[c - First] : c))
        : text;
}
