using System.Text;
using System.Text.RegularExpressions;
using static Clipper.Clip.Text.Cleaning.MojibakeCategories;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Sequences of characters that hardly occur but where UTF-8 was decoded with another encoding.</summary>
/// <remarks>After ftfy 6.3.1 (Copyright 2023 Robyn Speer, Apache License 2.0, see LICENSE.ftfy.txt), whose
/// expression this is, written for .NET: \s has U+001C to U+001F, \w is letters, numbers and the underscore.</remarks>
internal static partial class MojibakeSigns
{
    private const string Accented = LowerAccented + UpperAccented;
    private const string Signs = Box + StartPunctuation + EndPunctuation + Currency + Numeric + Law;
    private const string AfterArabic = Common + Currency + Bad + Numeric + StartPunctuation + "ŸŠ®°µ»";
    private const string AroundLetters = C1 + Bad + StartPunctuation + EndPunctuation + Currency + "°";
    private const string Space = @"[\s\u001c-\u001f]";
    private const string Word = @"[\p{L}\p{N}_]";

    private const string ByCategory =
        $"[{C1}]"
        + $"|[{Bad}{Accented}{Signs}][{Bad}]"
        + $"|[a-zA-Z][{LowerCommon}{UpperCommon}][{Bad}]"
        + $"|[{Bad}][{Accented}{Signs}]"
        + $"|[{LowerAccented}{LowerCommon}{Box}{EndPunctuation}{Currency}{Numeric}][{UpperAccented}]"
        + $"|[{Box}{EndPunctuation}{Currency}{Numeric}][{LowerAccented}]"
        + $"|[{LowerAccented}{Box}{EndPunctuation}][{Currency}]"
        + $"|{Space}[{UpperAccented}][{Currency}]"
        + $"|[{UpperAccented}{Box}][{Numeric}{Law}]"
        + $"|[{Accented}{Box}{Currency}{EndPunctuation}][{StartPunctuation}][{Numeric}]"
        + $"|[{Accented}{Currency}{Numeric}{Box}{Law}][{EndPunctuation}][{StartPunctuation}]"
        + $"|[{Currency}{Numeric}{Box}][{StartPunctuation}]"
        + $"|[a-z][{UpperAccented}][{StartPunctuation}{Currency}]"
        + $"|[{Box}][{Kaomoji}]"
        + $"|[{Accented}{Currency}{Numeric}{StartPunctuation}{EndPunctuation}{Law}][{Box}]"
        + $"|[{Box}][{EndPunctuation}]"
        + $"|[{Accented}][{StartPunctuation}{EndPunctuation}]{Word}"
        + "|[Œœ][^A-Za-z]"
        + $"|[{UpperAccented}]°";

    private const string ByEncoding =
        // Windows-1252, and its Arabic and South Asian words
        $"[ÂÃÎÐ][€œŠš¢£Ÿž\u00a0\u00ad®©°·»{StartPunctuation}{EndPunctuation}–—´]"
        + "|×[²³]"
        + $"|[ØÙ][{AfterArabic}][ØÙ][{AfterArabic}]"
        + "|à[²µ¹¼½¾]"
        // MacRoman
        + "|√[±∂†≠®™´≤≥¥µø]|≈[°¢]|‚Ä[ìîïòôúùû†°¢π]|‚[âó][àä°ê]"
        // Windows-1251
        + "|вЂ"
        + $"|[ВГРС][{AroundLetters}µ][ВГРС]"
        + "|ГўВЂВ.[A-Za-z ]"
        // à, á and the no-break space in Windows-1252
        + "|Ã[\u00a0¡]"
        + $"|[a-z]{Space}?[ÃÂ][ ]"
        + "|^[ÃÂ][ ]"
        + $"|[a-z.,?!{EndPunctuation}]Â[ {StartPunctuation}{EndPunctuation}]"
        // Windows-1253 and 1257
        + "|β€[™\u00a0Ά\u00ad®°]"
        + $"|[ΒΓΞΟ][{AroundLetters}][ΒΓΞΟ]"
        + "|ā€";

    private const char AstralWord = '\ua000';
    private const char AstralOther = '\ue000';

    /// <summary>Whether a text has such a sequence.</summary>
    public static bool AppearIn(string text) => Expression().IsMatch(ByCodePoint(text));

    // One character a code point: those beyond U+FFFF become one that the expression treats alike.
    private static string ByCodePoint(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
        ? string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp ? (char)rune.Value : StandIn(rune)))
        : text;

    private static char StandIn(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune) ? AstralWord : AstralOther;

    [GeneratedRegex(ByCategory + "|" + ByEncoding, RegexOptions.CultureInvariant)]
    private static partial Regex Expression();
}
