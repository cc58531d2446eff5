using System.Globalization;
using System.Text;

namespace Clipper.Clip.Text;

/// <summary>Splits clean text into words as CLIP's regular expression does, by code point: marks, English
/// contractions, runs of letters, single digits, runs of anything else; white space separates.</summary>
internal static class TokenSplitter
{
    // U+017F folds to s, so the expression, which ignores case, takes it for one.
    private const char LongS = '\u017f';

    // The only mark that is a case form of a letter (iota): the expression, which ignores case, has no class for it and
    // leaves it out.
    private const int IotaBelow = 0x345;

    private static readonly string[] Literals =
        [BpeVocabulary.Start, BpeVocabulary.End, "'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    private enum Kind
    {
        Space,
        Letter,
        Digit,
        Other,
    }

    /// <summary>The words, in order.</summary>
    public static IEnumerable<string> Split(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            int end = LiteralEnd(text, at) ?? RunEnd(text, at);
            if (KindAt(text, at, out _) != Kind.Space)
            {
                yield return text[at..end];
            }

            at = end;
        }
    }

    private static int? LiteralEnd(string text, int start)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start);
        if (rest[0] is not ('<' or '\''))
        {
            return null;
        }

        foreach (string literal in Literals)
        {
            if (StartsWith(rest, literal))
            {
                return start + literal.Length;
            }
        }

        return null;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string literal)
    {
        if (text.Length < literal.Length)
        {
            return false;
        }

        for (int i = 0; i < literal.Length; i++)
        {
            char folded = text[i] == LongS ? 's' : char.ToLowerInvariant(text[i]);
            if (folded != literal[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int RunEnd(string text, int start)
    {
        Kind kind = KindAt(text, start, out int length);
        int end = start + length;
        while (kind != Kind.Digit && end < text.Length && KindAt(text, end, out length) == kind)
        {
            end += length;
        }

        return end;
    }

    private static Kind KindAt(string text, int at, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out length);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Kind.Letter,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber => Kind.Digit,
            _ => Rune.IsWhiteSpace(rune) || rune.Value == IotaBelow ? Kind.Space : Kind.Other,
        };
    }
}
