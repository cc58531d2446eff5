using System.Globalization;
using System.Text;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Small letters as Python's str.lower gives them: the full mapping of Unicode, in which a capital sigma at
/// the end of a word and the dotted capital I differ from the simple one.</summary>
internal static class LowerCase
{
    private static readonly Rune Sigma = new('\u03a3');
    private static readonly Rune FinalSigma = new('\u03c2');
    private static readonly Rune DottedI = new('\u0130');

    /// <summary>The text in small letters; halves of surrogate pairs become U+FFFD.</summary>
    public static string Of(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        var lower = new StringBuilder(text.Length);
        for (int i = 0; i < runes.Length; i++)
        {
            if (runes[i] == DottedI)
            {
                lower.Append("i\u0307");
                continue;
            }

            bool isFinal = runes[i] == Sigma && EndsWord(runes, i);
            lower.Append((isFinal ? FinalSigma : Rune.ToLowerInvariant(runes[i])).ToString());
        }

        return lower.ToString();
    }

    // A letter with case before it and none after it, whatever is between that case ignores.
    private static bool EndsWord(Rune[] runes, int at)
    {
        int before = at - 1;
        while (before >= 0 && IsIgnored(runes[before]))
        {
            before--;
        }

        int after = at + 1;
        while (after < runes.Length && IsIgnored(runes[after]))
        {
            after++;
        }

        return before >= 0 && HasCase(runes[before]) && !(after < runes.Length && HasCase(runes[after]));
    }

    // Unicode's Case_Ignorable.
    private static bool IsIgnored(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || rune.Value is '\'' or '.' or ':' or 0xb7 or 0x387 or 0x55f or 0x5f4 or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xfe13 or 0xfe52 or 0xfe55 or 0xff07 or 0xff0e or 0xff1a;

    // Unicode's Cased, less what is ignored.
    private static bool HasCase(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
        || rune.Value is 0xaa or 0xba or (>= 0x2160 and <= 0x217f) or (>= 0x24b6 and <= 0x24e9)
            or (>= 0x1f130 and <= 0x1f149) or (>= 0x1f150 and <= 0x1f169) or (>= 0x1f170 and <= 0x1f189);
}
