using System.Text;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Normalisation form C: letters and their accents as one character where there is one (Unicode Standard
/// Annex 15). string.Normalize returns its input where globalization is invariant, as it is here.</summary>
internal static class CanonicalComposition
{
    // Below it nothing decomposes, combines or composes with what precedes it.
    private const char FirstCombining = '\u0300';

    /// <summary>The normalised text.</summary>
    /// <param name="text">Valid UTF-16.</param>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstCombining, char.MaxValue))
        {
            return text;
        }

        var codes = new List<int>(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, codes);
        }

        SortMarks(codes);
        var composed = new StringBuilder(text.Length);
        foreach (int code in Recompose(codes))
        {
            composed.Append(char.ConvertFromUtf32(code));
        }

        return composed.ToString();
    }

    private static void Decompose(int code, List<int> codes)
    {
        if (Hangul.Decompose(code, codes))
        {
            return;
        }

        if (CanonicalData.Instance.Decompose(code) is not { } parts)
        {
            codes.Add(code);
            return;
        }

        foreach (int part in parts)
        {
            Decompose(part, codes);
        }
    }

    // Marks between two characters that do not combine, by their class; a stable sort.
    private static void SortMarks(List<int> codes)
    {
        for (int start = 0; start < codes.Count; start++)
        {
            int end = start;
            while (end < codes.Count && ClassOf(codes[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                int[] sorted = [.. codes.GetRange(start, end - start).OrderBy(ClassOf)];
                codes.RemoveRange(start, sorted.Length);
                codes.InsertRange(start, sorted);
            }

            start = end;
        }
    }

    private static List<int> Recompose(List<int> codes)
    {
        var composed = new List<int>(codes.Count);
        int starter = -1;
        foreach (int code in codes)
        {
            int combiningClass = ClassOf(code);
            int before = composed.Count > 0 ? ClassOf(composed[^1]) : 0;
            bool isBlocked = composed.Count - 1 != starter && (before == 0 || before >= combiningClass);
            if (starter >= 0 && !isBlocked && Pair(composed[starter], code) is { } pair)
            {
                composed[starter] = pair;
                continue;
            }

            if (combiningClass == 0)
            {
                starter = composed.Count;
            }

            composed.Add(code);
        }

        return composed;
    }

    private static int? Pair(int first, int second) =>
        Hangul.Compose(first, second) ?? CanonicalData.Instance.Compose(first, second);

    private static int ClassOf(int code) => CanonicalData.Instance.ClassOf(code);
}
