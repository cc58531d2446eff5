using System.Globalization;
using System.Text;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Texts as LaTeX writes them, and how wide they become.</summary>
internal static class LatexText
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const double BoldFactor = 1.16;
    private const double Hyphen = 3.4;
    private const double Sign = 7.8;
    private const double Usual = 5.6;

    // Of Computer Modern at 10 points, in hundredths of a point, in the order of the letters.
    private static readonly int[] _widths =
    [
        500, 556, 444, 556, 444, 306, 500, 556, 278, 306, 528, 278, 833, 556, 500, 556, 528, 392, 394, 389, 556, 528,
        722, 528, 528, 444,
        750, 708, 722, 764, 681, 653, 785, 750, 361, 514, 778, 625, 917, 750, 778, 681, 778, 736, 556, 722, 750, 750,
        1028, 750, 750, 611,
    ];

    /// <summary>A text on one line, with all that LaTeX reads as commands, and the minus of numbers, written so that it
    /// is shown. A character that pdflatex has no sign for becomes its number, e.g. <c>&lt;U+65E5&gt;</c>.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        int place = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value == '-' ? Dash(text, place)
                : rune.IsAscii ? Ascii((char)rune.Value) ?? Escape(NumberOf(rune))
                : LatexSigns.Find(rune.Value) ?? Escape(NumberOf(rune)));
            place += rune.Utf16SequenceLength;
        }

        return escaped.ToString();
    }

    /// <summary>Whether a text has a character that is shown by its number.</summary>
    public static bool HasNumbers(string text) => text.EnumerateRunes().Any(IsNumber);

    /// <summary>Width of a text in Computer Modern at 10 points, in points, kerns left out.</summary>
    public static double WidthOf(string text, bool isBold = false)
    {
        double width = 0;
        int place = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += rune.Value == '-' ? IsMinus(text, place) ? Sign : Hyphen
                : IsNumber(rune) ? WidthOf(NumberOf(rune))
                : WidthOf((char)rune.Value);
            place += rune.Utf16SequenceLength;
        }

        return (isBold ? BoldFactor : 1) * width;
    }

    // Braces keep \\ from taking a star or a bracket behind it for its own, and letters from joining.
    private static string? Ascii(char c) => c switch
    {
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{c}",
        '<' or '>' or '|' => $"${c}$",
        '[' or '*' or '`' => $"{{{c}}}",
        '\t' or '\r' or '\n' => " ",
        _ => char.IsControl(c) ? null : c.ToString(),
    };

    private static string Dash(string text, int place) =>
        IsMinus(text, place) ? "$-$" : place > 0 && text[place - 1] == '-' ? "{}-" : "-";

    private static bool IsNumber(Rune rune) =>
        (rune.IsAscii ? Ascii((char)rune.Value) : LatexSigns.Find(rune.Value)) is null;

    private static string NumberOf(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");

    // Before a number that begins a text or a word; other hyphens join words.
    private static bool IsMinus(string text, int place) =>
        place + 1 < text.Length && char.IsAsciiDigit(text[place + 1])
        && (place == 0 || text[place - 1] is ' ' or '(');

    private static double WidthOf(char c) => Letters.IndexOf(c, StringComparison.Ordinal) switch
    {
        >= 0 and var place => _widths[place] / 100.0,
        _ => c switch
        {
            >= '0' and <= '9' or '–' or '/' => 5,
            ' ' => 3.4,
            '.' or ',' or ':' or ';' or '·' => 2.8,
            '(' or ')' or '[' or ']' or '_' => 4,
            '+' or '±' or '−' or '=' or '<' or '>' or '×' or '≤' or '≥' => Sign,
            '%' or '&' or 'Δ' => 8.4,
            '→' or '—' => 10,
            '…' => 13.4,
            _ => c >= 'Α' ? Sign : Usual,
        },
    };
}
