namespace Clipper.Clip.Text.Cleaning;

/// <summary>An encoding of one byte a character that UTF-8 is often wrongly decoded with.</summary>
/// <remarks>After ftfy 6.3.1 (Copyright 2023 Robyn Speer, Apache License 2.0, see LICENSE.ftfy.txt).</remarks>
internal sealed class SingleByteEncoding
{
    private const char Replacement = '\ufffd';
    private const byte FirstHigh = 0x80;

    private readonly Dictionary<char, byte> _high = [];

    private SingleByteEncoding(string high, bool isSloppy, bool mayHoldLostSpaces = true)
    {
        IsSloppy = isSloppy;
        MayHoldLostSpaces = mayHoldLostSpaces;
        for (int i = 0; i < high.Length; i++)
        {
            _high.Add(high[i], (byte)(FirstHigh + i));
        }

        if (isSloppy)
        {
            _high.Add(Replacement, Utf8Damage.LostByte);
        }
    }

    /// <summary>All, the likeliest first.</summary>
    public static IReadOnlyList<SingleByteEncoding> All { get; } =
    [
        new(string.Concat(Enumerable.Range(FirstHigh, 128).Select(code => (char)code)), isSloppy: false),
        new(SingleByteTables.Windows1252, isSloppy: true),
        new(SingleByteTables.Windows1251, isSloppy: true),
        new(SingleByteTables.Windows1250, isSloppy: true),
        new(SingleByteTables.Windows1253, isSloppy: true),
        new(SingleByteTables.Windows1254, isSloppy: true),
        new(SingleByteTables.Windows1257, isSloppy: true),
        new(SingleByteTables.Latin2, isSloppy: false),
        new(SingleByteTables.MacRoman, isSloppy: false, mayHoldLostSpaces: false),
        new(SingleByteTables.Cp437, isSloppy: false),
    ];

    /// <summary>Whether unassigned bytes have characters of their own, and U+FFFD stands for a lost byte.</summary>
    public bool IsSloppy { get; }

    /// <summary>Whether a space may have been byte A0; in MacRoman that is far more often a dash before a
    /// space.</summary>
    public bool MayHoldLostSpaces { get; }

    /// <summary>The bytes of a text, or null where it cannot have come from this encoding.</summary>
    public byte[]? Encode(string text)
    {
        var bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            char c = text[i];
            if (_high.TryGetValue(c, out byte code))
            {
                bytes[i] = code;
            }
            else if (c < FirstHigh && !(IsSloppy && c == Utf8Damage.LostByte))
            {
                bytes[i] = (byte)c;
            }
            else
            {
                return null;
            }
        }

        return bytes;
    }
}
