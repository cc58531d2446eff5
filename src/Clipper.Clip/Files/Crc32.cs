namespace Clipper.Clip.Files;

/// <summary>CRC-32 as ZIP and PNG use it (ISO-HDLC, reflected polynomial 0xEDB88320).</summary>
public static class Crc32
{
    private static readonly uint[] _table = [.. Enumerable.Range(0, 256).Select(i => Entry((uint)i))];

    /// <summary>The checksum of <paramref name="bytes"/>.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Continue(0, bytes);

    /// <summary>The checksum of bytes whose first ones have the checksum <paramref name="before"/> (0 where there are
    /// none) and whose others are <paramref name="bytes"/>.</summary>
    public static uint Continue(uint before, ReadOnlySpan<byte> bytes)
    {
        uint crc = ~before;
        foreach (byte value in bytes)
        {
            crc = _table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1;
        }

        return value;
    }
}
