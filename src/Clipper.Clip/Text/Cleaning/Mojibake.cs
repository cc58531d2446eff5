using System.Text;
using System.Text.RegularExpressions;
using static Clipper.Clip.Text.Cleaning.Utf8Clues;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Undoes the decoding of UTF-8 with another encoding: <c>schÃ¶n</c> was <c>schön</c>.</summary>
/// <remarks>After fix_encoding of ftfy 6.3.1 (Copyright 2023 Robyn Speer, Apache License 2.0, see
/// LICENSE.ftfy.txt).</remarks>
internal static partial class Mojibake
{
    /// <summary>The text as it was meant; the same where nothing points to a wrong decoding.</summary>
    public static string Fix(string text)
    {
        while (true)
        {
            string before = text;
            text = FixOnce(text);
            if (text == before)
            {
                return text;
            }
        }
    }

    private static string FixOnce(string text)
    {
        if (Ascii.IsValid(text) || !MojibakeSigns.AppearIn(text))
        {
            return text;
        }

        foreach (SingleByteEncoding encoding in SingleByteEncoding.All)
        {
            if (encoding.Encode(text) is { } bytes && Decode(bytes, encoding) is { } meant)
            {
                return meant;
            }
        }

        string piecewise = Pieces().Replace(text, match => FixPiece(match.Value, text));
        return piecewise == text ? C1Controls.Fix(text) : piecewise;
    }

    private static string? Decode(byte[] bytes, SingleByteEncoding encoding)
    {
        if (encoding.MayHoldLostSpaces)
        {
            bytes = Utf8Damage.RestoreLostSpaces(bytes);
        }

        return Utf8Variants.Decode(encoding.IsSloppy ? Utf8Damage.ReplaceLossySequences(bytes) : bytes);
    }

    // A piece must be shorter than the whole, or this would call itself forever.
    private static string FixPiece(string piece, string whole) =>
        piece.Length < whole.Length && MojibakeSigns.AppearIn(piece) ? Fix(piece) : piece;

    // Not after a byte that rarely stands for itself: a piece of a long garble had better stay.
    [GeneratedRegex(
        $"(?<![{ContinuationStrict}])"
        + $"(?:[{FirstOfTwo}][{Continuation}]"
        + $"|[{FirstOfThree}][{Continuation}]{{2}}"
        + $"|[{FirstOfFour}][{Continuation}]{{3}})+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
