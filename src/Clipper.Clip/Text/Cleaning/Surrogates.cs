using System.Text;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Halves of surrogate pairs to U+FFFD.</summary>
internal static class Surrogates
{
    /// <summary>The text as valid UTF-16.</summary>
    public static string ReplaceLone(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var valid = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            valid.Append(rune.ToString());
        }

        return valid.ToString();
    }
}
