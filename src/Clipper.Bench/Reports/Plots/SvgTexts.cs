using System.Security;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Reports.Plots;

/// <summary>The title and description of an SVG file, which screen readers say and browsers show, and which stay with
/// the file wherever it goes.</summary>
internal static partial class SvgTexts
{
    /// <summary>The same drawing with them, in place of those of the drawing library.</summary>
    /// <param name="svg">SVG text.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What a reader must know of it.</param>
    public static string Describe(string svg, string title, string description) => Head().Replace(
        svg,
        match => $"{match.Groups[1].Value}\n<title>{Escape(title)}</title>\n<desc>{Escape(description)}</desc>",
        count: 1);

    // XML has no control characters, not even as numbers.
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));

    [GeneratedRegex(@"(<svg\b[^>]*>)(\s*<title>[^<]*</title>)?(\s*<desc>[^<]*</desc>)?")]
    private static partial Regex Head();
}
