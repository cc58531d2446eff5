using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Downloads;

/// <summary>Tells a web page that a server sends in place of a file: a login, a quota, a virus warning.</summary>
internal static partial class WebPage
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int Prefix = 4096;

    private const int LongestTitle = 120;

    /// <summary>Whether the answer says that it is a page.</summary>
    public static bool Is(MediaTypeHeaderValue? type) =>
        type?.MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>Whether a file begins as a page does.</summary>
    public static bool Is(ReadOnlySpan<byte> start) => Beginning().IsMatch(Text(start));

    /// <summary>The refusal, with the page's title where it has one.</summary>
    public static OriginException Refusal(ReadOnlySpan<byte> start)
    {
        string title = Whitespace().Replace(Title().Match(Text(start)).Groups["title"].Value, " ").Trim();
        string named = title.Length == 0 ? "" : $" ('{title[..Math.Min(title.Length, LongestTitle)]}')";
        return new OriginException(
            $"answers with a web page{named} instead of the file; it may want a login or a confirmation");
    }

    private static string Text(ReadOnlySpan<byte> start) =>
        Encoding.UTF8.GetString(start[..Math.Min(start.Length, Prefix)]);

    [GeneratedRegex(@"\A\uFEFF?\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", Flags)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"<title[^>]*>(?<title>.*?)</title>", Flags)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Whitespace();

    private const RegexOptions Flags =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;
}
