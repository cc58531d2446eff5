using System.Text;
using System.Text.RegularExpressions;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Mends bytes that would be UTF-8, had spaces not replaced byte A0 and had no byte been lost.</summary>
/// <remarks>After ftfy 6.3.1 (Copyright 2023 Robyn Speer, Apache License 2.0, see LICENSE.ftfy.txt). The expressions
/// run on bytes written as the characters of the same number.</remarks>
internal static partial class Utf8Damage
{
    /// <summary>Stands for a byte that became U+FFFD.</summary>
    public const byte LostByte = 0x1a;

    private const string ReplacementBytes = "\u00ef\u00bf\u00bd";

    /// <summary>Puts byte A0 back where the text would be UTF-8 with it.</summary>
    public static byte[] RestoreLostSpaces(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        if (!LostSpace().IsMatch(text))
        {
            return bytes;
        }

        string words = AGraveWord().Replace(text, "\u00c3\u00a0 ");
        return Encoding.Latin1.GetBytes(LostSpace().Replace(words, match => match.Value.Replace(' ', '\u00a0')));
    }

    /// <summary>Writes U+FFFD for every sequence of which a byte was lost.</summary>
    public static byte[] ReplaceLossySequences(byte[] bytes) =>
        Encoding.Latin1.GetBytes(LossySequence().Replace(Encoding.Latin1.GetString(bytes), ReplacementBytes));

    // "Ã la" was "à la", and a space after it besides; not so in the Portuguese words that begin with à.
    [GeneratedRegex("\u00c3 (?! |quele|quela|quilo|s )", RegexOptions.CultureInvariant)]
    private static partial Regex AGraveWord();

    [GeneratedRegex(
        "[\u00c2\u00c3\u00c5\u00ce\u00d0\u00d9][ ]"
        + "|[\u00e2\u00e3][ ][\u0080-\u0084\u0086-\u009f\u00a1-\u00bf]"
        + "|[\u00e0-\u00e3][\u0080-\u0084\u0086-\u009f\u00a1-\u00bf][ ]"
        + "|[\u00f0][ ][\u0080-\u00bf][\u0080-\u00bf]"
        + "|[\u00f0][\u0080-\u00bf][ ][\u0080-\u00bf]"
        + "|[\u00f0][\u0080-\u00bf][\u0080-\u00bf][ ]",
        RegexOptions.CultureInvariant)]
    private static partial Regex LostSpace();

    [GeneratedRegex(
        "[\u00c2-\u00df][\u001a]"
        + "|[\u00c2-\u00c3][?]"
        + "|\u00ed[\u00a0-\u00af][\u001a?]\u00ed[\u00b0-\u00bf][\u001a?\u0080-\u00bf]"
        + "|\u00ed[\u00a0-\u00af][\u001a?\u0080-\u00bf]\u00ed[\u00b0-\u00bf][\u001a?]"
        + "|[\u00e0-\u00ef][\u001a?][\u001a\u0080-\u00bf]"
        + "|[\u00e0-\u00ef][\u001a\u0080-\u00bf][\u001a?]"
        + "|[\u00f0-\u00f4][\u001a?][\u001a\u0080-\u00bf][\u001a\u0080-\u00bf]"
        + "|[\u00f0-\u00f4][\u001a\u0080-\u00bf][\u001a?][\u001a\u0080-\u00bf]"
        + "|[\u00f0-\u00f4][\u001a\u0080-\u00bf][\u001a\u0080-\u00bf][\u001a?]"
        + "|\u001a",
        RegexOptions.CultureInvariant)]
    private static partial Regex LossySequence();
}
