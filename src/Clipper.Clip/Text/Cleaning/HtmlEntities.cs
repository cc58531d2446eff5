using System.Globalization;
using System.Text.RegularExpressions;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Decodes character references of HTML as Python's html.unescape does: all names of HTML 5, some without
/// their semicolon, and numbers with the corrections that browsers make.</summary>
internal static partial class HtmlEntities
{
    private const string Replacement = "\ufffd";
    private const int LastCodePoint = 0x10ffff;

    /// <summary>Decodes every reference, once.</summary>
    public static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? Reference().Replace(text, Decoded) : text;

    /// <summary>Decodes only what ends in a semicolon, and also names of letters in capitals, as ftfy does.</summary>
    public static string DecodeUnambiguous(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? Unambiguous().Replace(text, DecodedUnambiguous) : text;

    private static string Decoded(Match match) =>
        match.ValueSpan is ['&', '#', .. var number] ? Character(number) : Named(match.Value);

    private static string DecodedUnambiguous(Match match)
    {
        if (HtmlNames.FindShouted(match.ValueSpan[1..]) is { } named)
        {
            return named;
        }

        string decoded = match.ValueSpan[1] == '#' ? Decode(match.Value) : match.Value;
        return decoded.Contains(';', StringComparison.Ordinal) ? match.Value : decoded;
    }

    // The longest name that the reference begins with.
    private static string Named(string reference)
    {
        for (int length = Math.Min(reference.Length - 1, HtmlNames.LongestName); length > 1; length--)
        {
            if (HtmlNames.Find(reference.AsSpan(1, length)) is { } text)
            {
                return string.Concat(text, reference.AsSpan(1 + length));
            }
        }

        return reference;
    }

    private static string Character(ReadOnlySpan<char> number)
    {
        ReadOnlySpan<char> digits = number.TrimEnd(';');
        bool isHex = digits[0] is 'x' or 'X';
        bool fits = isHex
            ? int.TryParse(
                digits[1..].TrimStart('0'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return Text(fits ? code : LastCodePoint + 1);
    }

    private static string Text(int code) => code switch
    {
        0 or (>= 0xd800 and <= 0xdfff) or < 0 or > LastCodePoint => Replacement,
        '\r' => "\r",
        >= 0x80 and <= 0x9f => SingleByteTables.Windows1252[code - 0x80].ToString(),
        _ when IsInvalid(code) => "",
        _ => char.ConvertFromUtf32(code),
    };

    // Control characters and noncharacters.
    private static bool IsInvalid(int code) =>
        code is (>= 0x1 and <= 0x8) or 0xb or (>= 0xe and <= 0x1f) or 0x7f or (>= 0xfdd0 and <= 0xfdef)
        || (code & 0xfffe) == 0xfffe;

    [GeneratedRegex("&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("&#?[0-9A-Za-z]{1,24};", RegexOptions.CultureInvariant)]
    private static partial Regex Unambiguous();
}
