namespace Clipper.Clip.Text.Cleaning;

/// <summary>Korean syllables and the letters they consist of, which are computed (Unicode Standard, section
/// 3.12).</summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xac00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTail = 0x11a7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    /// <summary>Adds the letters of a syllable; false where it is none.</summary>
    public static bool Decompose(int code, List<int> codes)
    {
        int index = code - FirstSyllable;
        if (index is < 0 or >= Leads * Vowels * Tails)
        {
            return false;
        }

        codes.Add(FirstLead + index / (Vowels * Tails));
        codes.Add(FirstVowel + index / Tails % Vowels);
        if (index % Tails is > 0 and int tail)
        {
            codes.Add(BeforeFirstTail + tail);
        }

        return true;
    }

    /// <summary>The syllable of a lead and a vowel, or of a syllable without a tail and a tail; else null.</summary>
    public static int? Compose(int first, int second)
    {
        int lead = first - FirstLead;
        int vowel = second - FirstVowel;
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return FirstSyllable + (lead * Vowels + vowel) * Tails;
        }

        int syllable = first - FirstSyllable;
        int tail = second - BeforeFirstTail;
        bool lacksTail = syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0;
        return lacksTail && tail is > 0 and < Tails ? first + tail : null;
    }
}
