namespace Clipper.Clip.Text;

/// <summary>The visible characters that byte-level vocabularies write bytes with: printable Latin-1 as itself, the
/// others as the characters from U+0100 on.</summary>
internal static class ByteAlphabet
{
    private const int Bytes = 256;

    /// <summary>All bytes, in the order of their ids in a vocabulary.</summary>
    public static IReadOnlyList<byte> Order { get; } =
        [.. Values().Where(IsPrintable), .. Values().Where(value => !IsPrintable(value))];

    private static readonly char[] Characters = MakeCharacters();

    private static readonly Dictionary<char, byte> Codes =
        Values().ToDictionary(value => Characters[value]);

    /// <summary>The character of a byte.</summary>
    public static char Character(byte value) => Characters[value];

    /// <summary>Whether a character is of the alphabet.</summary>
    public static bool Has(char character) => Codes.ContainsKey(character);

    /// <summary>The byte of a character of the alphabet.</summary>
    public static byte Byte(char character) => Codes[character];

    private static char[] MakeCharacters()
    {
        var characters = new char[Bytes];
        int others = 0;
        foreach (byte value in Order)
        {
            characters[value] = IsPrintable(value) ? (char)value : (char)(Bytes + others++);
        }

        return characters;
    }

    private static IEnumerable<byte> Values() => Enumerable.Range(0, Bytes).Select(value => (byte)value);

    private static bool IsPrintable(byte value) =>
        value is (>= (byte)'!' and <= (byte)'~') or (>= 0xa1 and <= 0xac) or >= 0xae;
}
